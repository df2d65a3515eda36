import HarkCore

/// One update: a number and one thing that happened.
struct TelegramUpdate: Decodable, Sendable {
    /// The kinds that Hark asks for. Any other may still arrive and is skipped by its name.
    enum Kind: String, CaseIterable {
        case message
        case editedMessage = "edited_message"
        case businessMessage = "business_message"
        case editedBusinessMessage = "edited_business_message"
        case deletedBusinessMessages = "deleted_business_messages"
        case messageReaction = "message_reaction"
        case tap = "callback_query"
    }

    enum Content: Sendable {
        case message(TelegramMessage)
        case edited(TelegramMessage)
        case deleted(DeletedMessages)
        case reaction(ReactionChange)
        case tap(TelegramTap)
        case other(String)
        case broken(String)
    }

    /// Where it stands in the queue; only a poll needs to know.
    var id: Int64?
    var content: Content

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: AnyKey.self)
        id = container.ifReadable(TextID.self, AnyKey("update_id")).flatMap { Int64($0.text) }
        let names = container.allKeys.map(\.stringValue).filter { $0 != "update_id" }.sorted()
        guard let name = names.first(where: { Kind(rawValue: $0) != nil }), let kind = Kind(rawValue: name) else {
            guard id != nil else { throw DecodingFailure("“update_id” is missing") }
            content = .other(names.first ?? "empty update")
            return
        }
        func read<Value: Decodable & Sendable>(_ make: (Value) -> Content) throws -> Content {
            switch try container.decode(Lenient<Value>.self, forKey: AnyKey(name)) {
            case .read(let value): make(value)
            case .broken(let reason): .broken("\(name): \(reason)")
            }
        }
        content =
            switch kind {
            case .message, .businessMessage: try read(Content.message)
            case .editedMessage, .editedBusinessMessage: try read(Content.edited)
            case .deletedBusinessMessages: try read(Content.deleted)
            case .messageReaction: try read(Content.reaction)
            case .tap: try read(Content.tap)
            }
    }
}

/// A key whose name is known only when it is met.
struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension Decoded {
    /// Adds what an update tells.
    ///
    /// - Parameters:
    ///   - update: The update.
    ///   - account: The channel's own account.
    ///   - arrived: When the delivery came; nil when nobody knows.
    ///   - floor: Messages said before it are left out; nil takes all.
    mutating func add(_ update: TelegramUpdate, account: String, arrived: Instant?, floor: Instant?) {
        switch update.content {
        case .other(let name): skipped.append(name)
        case .broken(let reason): malformed.append(reason)
        case .message(let message):
            guard let message = message.dated(arrived) else { return malformed.append("message: “date” is missing") }
            if let name = message.serviceName { return skipped.append(name) }
            if let floor, message.sentAt < floor { return skipped.append("message before the backfill floor") }
            let draft = message.draft
            add(message.isOurs(account) ? .echo(draft) : .message(draft))
        case .edited(let message):
            guard let message = message.dated(arrived) else { return malformed.append("message: “date” is missing") }
            if let name = message.serviceName { return skipped.append(name) }
            add(.edit(message.draft))
        case .deleted(let deleted): deleted.ids.forEach { add(.delete(id: $0, at: nil)) }
        case .tap(let tap):
            guard let draft = tap.draft(arrived: arrived) else { return skipped.append("callback_query without words") }
            add(.message(draft))
        case .reaction(let change): add(.reaction(change.reaction))
        }
    }

    private mutating func add(_ change: Inbound.Change) {
        items.append(Inbound(network: TelegramConnector.network, change: change))
    }
}
