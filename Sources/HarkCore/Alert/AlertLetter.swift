/// The words of an alert in one language, before they are set as text or HTML.
struct AlertLetter {
    /// What is wrong, in one sentence.
    var lead: String
    /// The particulars: label and value.
    var rows: [(label: String, value: String)]
    /// What stands above the customer's words.
    var quoteTitle: String
    /// The customer's words, by lines.
    var quote: [String]
    /// What stands above the commands.
    var actionTitle: String
    /// What a person can type, and what it does.
    var actions: [(command: String, effect: String)]
    /// Where the conversation is to be had by a program.
    var link: String
    /// Why the reader gets this.
    var closing: String

    /// The letter as plain text.
    var text: String {
        let labelWidth = rows.map(\.label.count).max() ?? 0
        let commandWidth = actions.map(\.command.count).max() ?? 0
        let parts = [
            [lead],
            rows.map { Self.padded($0.label, labelWidth) + "  " + $0.value },
            [quoteTitle] + quote.map { "> " + $0 },
            [actionTitle] + actions.map { "    " + Self.padded($0.command, commandWidth) + "   " + $0.effect },
            [link],
            ["-- ", closing],
        ]
        return parts.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    /// The letter as HTML: nothing is loaded from elsewhere, nothing in it is a stranger's markup.
    func html(language: String) -> String {
        let rows = rows.map { row in
            "<tr><th align=\"left\">\(HTMLText.escaped(row.label))</th>"
                + "<td><bdi>\(HTMLText.escaped(row.value))</bdi></td></tr>"
        }
        let actions = actions.map { action in
            "<tr><td><code>\(HTMLText.escaped(action.command))</code></td><td>\(HTMLText.escaped(action.effect))</td></tr>"
        }
        let quote = quote.map { "<bdi>\(HTMLText.escaped($0))</bdi>" }.joined(separator: "<br>\n")
        return """
            <!DOCTYPE html>
            <html lang="\(language)">
            <head><meta charset="utf-8"><title>Hark</title></head>
            <body style="font-family: sans-serif">
            <p><strong>\(HTMLText.escaped(lead))</strong></p>
            <table cellpadding="3">
            \(rows.joined(separator: "\n"))
            </table>
            <p>\(HTMLText.escaped(quoteTitle))</p>
            <blockquote>
            \(quote)
            </blockquote>
            <p>\(HTMLText.escaped(actionTitle))</p>
            <table cellpadding="3">
            \(actions.joined(separator: "\n"))
            </table>
            <p><code>\(HTMLText.escaped(link))</code></p>
            <p><small>\(HTMLText.escaped(closing))</small></p>
            </body>
            </html>

            """
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
