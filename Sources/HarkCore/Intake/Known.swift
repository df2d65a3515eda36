/// What the store knows of an arriving item's surroundings: everything a filing is decided on, and nothing else.
struct Known {
    /// The message itself, when it was taken in before.
    var message: Message?
    /// The conversation it joins.
    var conversation: Conversation?
    /// A closed conversation that stays closed and in whose place a new one begins.
    var predecessor: Conversation?
    /// The author, when met before.
    var contact: Contact?
    /// The conversation's running and paused clocks.
    var clocks: [Clock] = []
    /// Whether a first response was ever promised in the conversation.
    var hadFirstResponse = false
    /// Our messages there that wait for the network's id.
    var awaitingReceipt: [Message] = []

    /// Looks a draft's surroundings up.
    init(_ draft: Draft, customer: Author?, channel: Channel, ledger: any Ledger) throws {
        message = try ledger.message(channel: channel.id, networkID: draft.id)
        if let message {
            conversation = try ledger.conversation(message.conversation)
        } else {
            conversation = try Self.conversation(of: draft, channel: channel, ledger: ledger)
        }
        if let customer { contact = try ledger.contact(channel: channel.id, account: customer) }
        if let conversation { try enter(conversation, ledger: ledger) }
    }

    /// Makes a conversation the one that is joined.
    mutating func enter(_ conversation: Conversation, ledger: any Ledger) throws {
        self.conversation = conversation
        clocks = try ledger.activeClocks(of: conversation.id)
        hadFirstResponse = try ledger.hasHadClock(.firstResponse, conversation: conversation.id)
        awaitingReceipt = try ledger.awaitingReceipt(in: conversation.id)
    }

    /// By the connector's key; a public reply to a message we know joins that message's conversation.
    private static func conversation(of draft: Draft, channel: Channel, ledger: any Ledger) throws -> Conversation? {
        if let conversation = try ledger.conversation(channel: channel.id, key: draft.conversation) {
            return conversation
        }
        // The same person may have been met by another id (a phone number before a business-scoped id).
        for alias in draft.isPrivate ? (draft.author ?? draft.recipient)?.aliases ?? [] : [] {
            if let conversation = try ledger.conversation(channel: channel.id, key: .person(alias)) {
                return conversation
            }
        }
        guard case .thread = draft.conversation else { return nil }
        for id in [draft.parent].compactMap(\.self) + draft.ancestors {
            guard let message = try ledger.message(channel: channel.id, networkID: id),
                message.isPrivate == draft.isPrivate
            else { continue }
            return try ledger.conversation(message.conversation)
        }
        return nil
    }
}
