import HarkCore

extension ConversationSummary {
    /// Team and agent: `support/@ana`.
    var owner: String { [team, assignee.map { "@" + $0 }].compactMap(\.self).joined(separator: "/") }
}

extension Urgency.Level {
    /// A bar that grows with the level, so that it reads without colour; the bare word for programs.
    func text(_ style: Style) -> String { style.isTerminal ? glyph + " " + rawValue : rawValue }

    var tone: Tone {
        switch self {
        case .low: .faint
        case .normal: .plain
        case .high: .warning
        case .critical: .bad
        }
    }
}

extension Sentiment.Label {
    var tone: Tone {
        switch self {
        case .negative: .bad
        case .neutral: .plain
        case .positive: .good
        }
    }
}

extension Clock.Metric {
    var title: String {
        switch self {
        case .firstResponse: "first response"
        case .nextResponse: "next response"
        case .periodicUpdate: "update"
        case .resolution: "resolution"
        case .replyWindow: "reply window"
        }
    }
}

extension Message.Status {
    var tone: Tone {
        switch self {
        case .received, .sent: .plain
        case .queued, .withdrawn: .faint
        case .delivered, .read: .good
        case .failed, .unknown: .bad
        }
    }
}

extension ChannelHealth.State {
    var tone: Tone {
        switch self {
        case .unknown: .faint
        case .healthy: .good
        case .failing: .warning
        case .unhealthy: .bad
        }
    }
}

extension Author {
    /// Name and handle, whichever are there: `Ana (@ana@social.example)`.
    var title: String {
        switch (name, handle) {
        case (let name?, let handle?): "\(name) (\(handle))"
        case (let name?, nil): name
        case (nil, let handle?): handle
        case (nil, nil): id
        }
    }
}

extension Attachment {
    /// What it is, in one line: `[image] plan.png, 1.2 MB, “a map”, https://…`.
    var title: String {
        let size = size.map(Self.size)
        let parts = [name, size, note.map { "“\($0)”" }, url].compactMap(\.self)
        return "[\(kind.rawValue)] " + parts.joined(separator: ", ")
    }

    private static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1000: "\(bytes) B"
        case ..<1_000_000: "\(bytes / 1000) kB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}

/// A word as a shell reads it back.
enum ShellWord {
    static func quoted(_ word: String) -> String {
        let isBare = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x3A, 0x3D, 0x40, 0x5F: true
            default: false
            }
        }
        return isBare && !word.isEmpty
            ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
