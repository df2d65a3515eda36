import HarkCore

/// The Date field of a response (RFC 9110): `Sun, 22 Nov 2026 09:30:00 GMT`.
enum DateField {
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    static func text(at instant: Instant) -> String {
        let written = instant.description
        let date = written.prefix(10).split(separator: "-")
        guard date.count == 3, let month = Int(date[1]), instant.milliseconds >= 0 else { return "" }
        let weekday = weekdays[Int(instant.milliseconds / 86_400_000 % 7)]
        return "\(weekday), \(date[2]) \(months[month - 1]) \(date[0]) \(written.dropFirst(11).prefix(8)) GMT"
    }
}
