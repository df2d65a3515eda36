/// The pages behind the links in mails: they show, and a button acts. No script, nothing from elsewhere.
public struct AlertPage: Sendable {
    let words: Words
    let now: Instant

    /// Pages in a language.
    public init(_ language: Language, now: Instant) {
        words = Words(isGerman: language == .german)
        self.now = now
    }

    /// What a mail told, as it stands now, with a button while somebody is still wanted.
    public func letter(_ letter: AlertLinks.Letter) -> String {
        let rows = letter.notices.map(row).joined(separator: "\n")
        let isWanted = letter.notices.contains { $0.alert.resolvedAt == nil && !$0.alert.isStopped(for: nil, at: now) }
        let button = isWanted ? Self.button(words.takeCare) : "<p>\(words.nothingToDo)</p>"
        return page(
            HTMLText.escaped(HarmlessText.line(letter.group.team, limit: 120)),
            "<ul>\n\(rows)\n</ul>\n\(button)"
        )
    }

    /// Asks whether such mails shall end.
    public func unsubscribing(_ group: NoticeGroup) -> String {
        let place = HTMLText.escaped(HarmlessText.line("\(group.recipient), \(group.team), \(group.level)", limit: 400))
        return page(words.unsubscribe, "<p><bdi>\(place)</bdi></p>\n" + Self.button(words.unsubscribe))
    }

    /// One sentence.
    public func note(_ note: Note) -> String { page("Hark", "<p>\(words.text(note))</p>") }

    /// What a page may have to say.
    public enum Note: Sendable, Hashable, CaseIterable {
        case takenCare, usedBefore, expired, unknown, unsubscribed
    }

    private func row(_ notice: Notice) -> String {
        let alert = notice.alert
        let state =
            alert.resolvedAt != nil
            ? words.over
            : alert.stop.map { "\(words.taken) \(HTMLText.escaped(HarmlessText.line($0.by, limit: 80)))" } ?? words.open
        guard let conversation = notice.conversation else {
            let what = HTMLText.escaped(HarmlessText.line(alert.detail, limit: 300))
            return "<li><bdi>\(what)</bdi><br>\(state)</li>"
        }
        let author = HTMLText.escaped(HarmlessText.line(conversation.author, limit: 120))
        let text = HTMLText.escaped(HarmlessText.line(conversation.snippet, limit: 300))
        let due = alert.dueAt.map { "\(words.due) \(MailValues.minute($0)). " } ?? ""
        return
            "<li><strong>#\(conversation.id)</strong> <bdi>\(author)</bdi>: <bdi>\(text)</bdi><br>\(due)\(state)</li>"
    }

    private static func button(_ title: String) -> String {
        "<form method=\"post\"><button type=\"submit\">\(title)</button></form>"
    }

    private func page(_ title: String, _ body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="\(words.isGerman ? "de" : "en")">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Hark</title></head>
        <body style="font-family: sans-serif; max-width: 40em; margin: 2em auto; padding: 0 1em">
        <h1>\(title)</h1>
        \(body)
        </body>
        </html>

        """
    }

    struct Words {
        let isGerman: Bool

        var takeCare: String { isGerman ? "Ich kümmere mich" : "I take care" }
        var nothingToDo: String { isGerman ? "Hier ist nichts mehr zu tun." : "Nothing is left to do here." }
        var unsubscribe: String { isGerman ? "Keine solchen Warnungen mehr" : "No more of these warnings" }
        var over: String { isGerman ? "erledigt" : "over" }
        var taken: String { isGerman ? "in Händen von" : "in the hands of" }
        var open: String { isGerman ? "offen" : "open" }
        var due: String { isGerman ? "Fällig" : "Due" }

        func text(_ note: Note) -> String {
            switch note {
            case .takenCare: isGerman ? "Danke. Die Leiter ruht." : "Thank you. The ladder rests."
            case .usedBefore: isGerman ? "Dieser Link wurde schon benutzt." : "This link was used before."
            case .expired: isGerman ? "Dieser Link ist abgelaufen." : "This link has expired."
            case .unknown: isGerman ? "Diesen Link kennt Hark nicht." : "Hark does not know this link."
            case .unsubscribed:
                isGerman ? "Solche Warnungen kommen nicht mehr." : "You will get no more of these warnings."
            }
        }
    }
}
