/// Refuses before sending what the network would refuse after.
struct ReplyCheck {
    let setup: Setup
    let conversation: Conversation
    let now: Instant

    /// Throws when the network takes no reply, this long a text, or none so late.
    func check(_ text: String, extras: ReplyExtras? = nil, to target: Message) throws {
        try checkChannel()
        guard let connector = setup.connectors.connector(for: conversation.network),
            case let capabilities = connector.capabilities(of: conversation.network),
            capabilities.canReply, connector is any ReplyingConnector
        else {
            throw Failure(.unprocessable, "\(conversation.network) takes no replies through Hark; answer it there")
        }
        try check(lengthOf: text, capabilities)
        try check(extras, to: target, with: capabilities)
        let window = window(for: extras, to: target, with: capabilities)
        guard let window, target.sentAt + window < now else { return }
        throw Failure(
            .replyWindowClosed,
            "\(conversation.network) closed its reply window at \(target.sentAt + window); the customer has to write again"
        )
    }

    /// Throws when the network changes no message of ours, or takes no text this long.
    func check(edit text: String) throws {
        try checkChannel()
        guard let connector = setup.connectors.connector(for: conversation.network),
            case let capabilities = connector.capabilities(of: conversation.network),
            capabilities.editsReplies, connector is any EditingConnector
        else {
            throw Failure(
                .unprocessable,
                "\(conversation.network) changes no message through Hark once it has left; send another reply"
            )
        }
        try check(lengthOf: text, capabilities)
    }

    private func checkChannel() throws {
        guard setup.configuration.channel(conversation.channel) == nil else { return }
        throw Failure(
            .unknownChannel,
            "channel \(conversation.channel) is no longer configured; nothing can be sent"
        )
    }

    private func check(lengthOf text: String, _ capabilities: Capabilities) throws {
        guard let limit = capabilities.textLimit, case let length = limit.length(of: text), length > limit.count else {
            return
        }
        throw Failure(
            .textTooLong,
            "the reply has \(length) \(limit.unit.rawValue), \(conversation.network) takes \(limit.count); shorten it",
            problems: [.init(pointer: "/text", detail: "\(length - limit.count) too many")]
        )
    }
}

extension Capabilities.TextLimit {
    /// How long a text is by the network's way of counting.
    public func length(of text: String) -> Int {
        guard let lengthOfURL else { return plainLength(of: text) }
        return text.split(separator: " ", omittingEmptySubsequences: false).reduce(-1) { sum, word in
            let isURL = word.hasPrefix("https://") || word.hasPrefix("http://")
            return sum + 1 + (isURL ? lengthOfURL : plainLength(of: String(word)))
        }
    }

    private func plainLength(of text: String) -> Int {
        switch unit {
        case .characters: text.count
        case .utf16: text.utf16.count
        case .bytes: text.utf8.count
        case .weighted: text.reduce(0) { $0 + ($1.isLight ? 1 : 2) }
        }
    }
}

extension Character {
    /// One scalar of the ranges that count once: Latin, Greek, Cyrillic and their neighbours, and common punctuation.
    fileprivate var isLight: Bool {
        guard unicodeScalars.count == 1, let scalar = unicodeScalars.first?.value else { return false }
        return switch scalar {
        case 0...4351, 8192...8205, 8208...8223, 8242...8247: true
        default: false
        }
    }
}
