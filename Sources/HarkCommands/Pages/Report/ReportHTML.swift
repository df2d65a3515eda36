import HarkCore

/// A report as one page that needs nothing else: a table, bars of the days, a map of the week. Nothing in it is loaded or run.
enum ReportHTML {
    static func render(_ report: ServiceReport) -> String {
        let from = report.since.description.prefix(10)
        let until = report.until.description.prefix(10)
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Hark: \(from) to \(until)</title>
            <style>
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:3rem auto;padding:0 1rem;color:#222}
            h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2.5rem}
            table{border-collapse:collapse;width:100%}
            th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #ddd}
            th:first-child,td:first-child{text-align:left}
            tr.all{font-weight:600}text{font:11px system-ui,sans-serif;fill:#666}
            .said{fill:#4a7ebb}.bad{fill:#c0504d}.good{fill:#6a9f58}.none{fill:#ddd}
            p{color:#666}
            </style></head><body>
            <h1>\(from) to \(until), by \(report.by.rawValue)</h1>
            \(table(report))
            <h2>Messages a day</h2>
            \(days(report.days))
            <h2>Mood: how much of a day was negative (red), neutral (grey), positive (green)</h2>
            \(mood(report.days))
            <h2>Busiest hours (\(escaped(report.zone)))</h2>
            \(week(report.hours))
            \(spikes(report))
            </body></html>

            """
    }

    private static func table(_ report: ServiceReport) -> String {
        func percent(_ share: Double?) -> String { share.map { "\(Int(($0 * 100).rounded()))&nbsp;%" } ?? "–" }
        func span(_ seconds: Int64?) -> String { seconds.map { TimeText.span(.seconds($0)) } ?? "–" }
        let head = [
            "", "messages", "answered", "first answer", "9 of 10", "≤ 5 min", "≤ 30 min", "kept", "negative", "waited",
            "our turn",
        ]
        let rows = ([report.total] + report.groups).enumerated().map { index, one in
            let cells = [
                escaped(one.name), String(one.messages), percent(one.answeredShare), span(one.firstResponseMedian),
                span(one.firstResponseP90), percent(one.shareWithin5Minutes), percent(one.shareWithin30Minutes),
                percent(one.keptShare), percent(one.negativeShare), span(one.requesterWait.median),
                span(one.agentWork.median),
            ]
            let row = cells.map { "<td>\($0)</td>" }.joined()
            return "<tr\(index == 0 ? " class=\"all\"" : "")>\(row)</tr>\n"
        }
        return "<table><tr>\(head.map { "<th>\($0)</th>" }.joined())</tr>\n\(rows.joined())</table>"
    }

    private static func days(_ days: [ServiceReport.Day]) -> String {
        let most = max(days.map(\.messages).max() ?? 0, 1)
        let bars = Slots(count: days.count).draw(days) { day, slot in
            let height = day.messages * 160 / most
            return "<g><title>\(day.date): \(day.messages)</title>\(slot.bar("said", from: 170 - height, height))</g>"
        }
        return chart(days, bars + "<text x=\"0\" y=\"8\">\(most)</text>")
    }

    /// Each day as high as every other, in its three parts.
    private static func mood(_ days: [ServiceReport.Day]) -> String {
        let bars = Slots(count: days.count).draw(days) { day, slot in
            guard let negative = day.negativeShare, let positive = day.positiveShare else { return "" }
            let (bad, good) = (Int(negative * 160), Int(positive * 160))
            let title = "\(day.date): \(day.negative) negative, \(day.neutral) neutral, \(day.positive) positive"
            let parts =
                slot.bar("good", from: 10, good) + slot.bar("none", from: 10 + good, 160 - bad - good)
                + slot.bar("bad", from: 170 - bad, bad)
            return "<g><title>\(title)</title>\(parts)</g>"
        }
        return chart(days, bars)
    }

    private static func chart(_ days: [ServiceReport.Day], _ content: String) -> String {
        """
        <svg viewBox="0 0 900 190" role="img">\(content)
        <text x="0" y="186">\(days.first?.date ?? "")</text>
        <text x="900" y="186" text-anchor="end">\(days.last?.date ?? "")</text></svg>
        """
    }

    private static func spikes(_ report: ServiceReport) -> String {
        guard !report.spikes.isEmpty else { return "" }
        let rows = report.spikes.map { spike in
            "<tr><td>\(spike.at.description.prefix(16).replacing("T", with: " ")) UTC</td><td>\(spike.messages)</td><td>\(spike.usual)</td></tr>"
        }
        let head = "<tr><th>hour</th><th>messages</th><th>in other weeks</th></tr>"
        return "<h2>Hours with far more than in other weeks</h2>\n<table>\(head)\(rows.joined())</table>"
    }

    private static func week(_ hours: [[Int]]) -> String {
        let most = max(hours.joined().max() ?? 0, 1)
        let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let cells = zip(names, hours).enumerated().flatMap { row, day in
            ["<text x=\"0\" y=\"\(row * 24 + 36)\">\(day.0)</text>"]
                + day.1.enumerated().map { hour, count in
                    let depth = count * 100 / most
                    return """
                        <rect class="said" opacity="\(count == 0 ? "0.05" : "\(Double(20 + depth * 8 / 10) / 100)")" \
                        x="\(40 + hour * 34)" y="\(row * 24 + 20)" width="32" height="22"><title>\(day.0) \
                        \(hour):00: \(count)</title></rect>
                        """
                }
        }
        let scale = [0, 6, 12, 18].map { "<text x=\"\(40 + $0 * 34)\" y=\"12\">\($0):00</text>" }
        return "<svg viewBox=\"0 0 900 200\" role=\"img\">\(scale.joined())\(cells.joined())</svg>"
    }

    private static func escaped(_ text: String) -> String {
        TerminalText.line(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

/// The width of a chart, shared by its days; a sliver stays between two where there is room.
private struct Slots {
    let count: Int

    /// One day's place.
    struct Slot {
        var left: Double
        var width: Double

        func bar(_ kind: String, from top: Int, _ height: Int) -> String {
            height == 0
                ? ""
                : "<rect class=\"\(kind)\" x=\"\(text(left))\" y=\"\(top)\" width=\"\(text(width))\" height=\"\(height)\"/>"
        }

        private func text(_ number: Double) -> String { String((number * 100).rounded() / 100) }
    }

    func draw(_ days: [ServiceReport.Day], _ picture: (ServiceReport.Day, Slot) -> String) -> String {
        // A single day is no wall.
        let width = min(900 / Double(max(count, 1)), 60)
        return days.enumerated().map { index, day in
            picture(day, Slot(left: Double(index) * width, width: width * (width > 4 ? 0.85 : 1)))
        }
        .joined()
    }
}
