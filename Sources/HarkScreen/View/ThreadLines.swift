import HarkCore

/// Everything said in a conversation, as lines of a width.
struct ThreadLines {
    /// A longer text is shown to here; `hark show` prints it whole.
    private static let longestText = 20_000

    private(set) var lines: [Line] = []
    private let facts: ScreenFacts
    private let now: Instant
    private let width: Int

    init(_ state: ScreenState, width: Int) {
        (facts, now) = (state.facts, state.now)
        self.width = max(10, width)
        guard let id = state.list.cursor else { return }
        guard let reading = state.thread.reading(id) else {
            lines = [Line(state.thread.failures[id] ?? (state.connection.isLost ? "" : "Reading …"), .faint)]
            return
        }
        for message in reading.detail.messages { add(message) }
    }

    private mutating func add(_ message: MessageView) {
        if !lines.isEmpty { lines.append(Line()) }
        lines.append(
            .dotted([
                author(message), Piece(ScreenTime.local(message.sentAt, facts, now: now), .faint),
                Piece(SpanText.relative(message.sentAt, to: now), .faint), status(message),
            ])
        )
        let ink: Ink = message.direction == .note ? .note : .plain
        if let subject = message.subject { add(subject, .strong) }
        if message.deletedAt == nil { add(message.text, ink) }
        for attachment in message.attachments { lines.append(Line([Piece("  "), Piece(title(attachment), .faint)])) }
        if let deletion = message.deletedAt {
            lines.append(Line("  taken back " + ScreenTime.local(deletion, facts, now: now), .warning))
            add(message.text, .faint)
        } else if let edit = message.editedAt {
            lines.append(Line("  edited " + ScreenTime.local(edit, facts, now: now), .faint))
        }
    }

    private mutating func add(_ text: String, _ ink: Ink) {
        let near = String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longestText)))
        for line in TextLayout.wrapped(TerminalText.block(near), to: width - 4) {
            lines.append(Line([Piece("  "), Piece(line, ink)]))
        }
        let left = text.utf8.count - near.utf8.count
        if left > 0 { lines.append(Line("  … and \(left) more bytes; `hark show` prints them", .faint)) }
    }

    private func author(_ message: MessageView) -> Piece {
        switch message.direction {
        case .inbound: Piece(message.author, .strong)
        case .outbound: Piece("↩ " + message.author, .ours)
        case .note: Piece("✎ note by " + message.author, .note)
        }
    }

    private func status(_ message: MessageView) -> Piece {
        guard message.direction == .outbound else { return Piece("") }
        let reason = message.statusReason.map { ": " + $0 } ?? ""
        return Piece(message.status.rawValue + reason, message.status.ink)
    }

    private func title(_ attachment: Attachment) -> String {
        let parts = [attachment.name, attachment.note.map { "“\($0)”" }, attachment.url].compactMap(\.self)
        return "[\(attachment.kind.rawValue)] " + parts.joined(separator: ", ")
    }
}
