public import HarkCore

extension Span {
    /// Reads `30s`, `15m`, `4h`, `2d`, `1h30m`: units in falling order, at most ten years.
    public init?(written text: String) {
        let units: [(Character, Int64)] = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)]
        var rest = text[...]
        var seconds: Int64 = 0
        var next = units.startIndex
        repeat {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty, digits.count <= 9, let count = Int64(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            guard let letter = rest.first, let unit = units[next...].firstIndex(where: { $0.0 == letter }) else {
                return nil
            }
            rest = rest.dropFirst()
            seconds += count * units[unit].1
            next = unit + 1
        } while !rest.isEmpty
        guard seconds <= 3653 * 86_400 else { return nil }
        self = .seconds(seconds)
    }
}

extension Item {
    /// A length of time above zero; notes anything else.
    func duration(_ name: String) -> Span? {
        guard let text = text(name) else { return nil }
        guard let span = Span(written: text) else {
            wrong("“\(name)”: “\(text.shortened)” is no duration; write 30s, 15m, 4h, 2d or 1h30m (at most ten years)")
            return nil
        }
        guard span > .zero else {
            wrong("“\(name)” must be longer than zero")
            return nil
        }
        return span
    }
}

extension String {
    /// The beginning of a text, for an error message.
    var shortened: String { count <= 60 ? self : prefix(60) + "…" }
}
