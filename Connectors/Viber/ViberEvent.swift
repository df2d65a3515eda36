import HarkCore

/// One event of a bot. Tokens of messages have 64 bits and come as a number or as text.
struct ViberEvent: Decodable, Sendable {
    struct Person: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var name: String?
    }
    struct Place: Decodable, Sendable {
        @Tolerated var lat: LooseNumber?
        @Tolerated var lon: LooseNumber?
    }
    struct Card: Decodable, Sendable {
        @Tolerated var name: String?
        @Tolerated var phone_number: TextID?
    }
    struct Message: Decodable, Sendable {
        @Tolerated var type: String?
        @Tolerated var text: String?
        @Tolerated var media: String?
        @Tolerated var file_name: String?
        @Tolerated var size: LooseNumber?
        @Tolerated var contact: Card?
        @Tolerated var location: Place?
        @Tolerated var sticker_id: TextID?
    }

    @Tolerated var event: String?
    @Tolerated var timestamp: LooseNumber?
    @Tolerated var message_token: TextID?
    @Tolerated var sender: Person?
    @Tolerated var message: Message?
    @Tolerated var user_id: TextID?
    @Tolerated var desc: String?

    /// What the event tells; visits and subscriptions are skipped by name.
    func decoded(arrived: Instant?) throws(DecodingFailure) -> Decoded {
        switch event {
        case "message": Decoded(items: [Self.item(.message(try draft(arrived)))])
        case "delivered": Decoded(items: [Self.item(.status(try report(.delivered)))])
        case "seen": Decoded(items: [Self.item(.status(try report(.read)))])
        case "failed": Decoded(items: [Self.item(.status(try report(.failed)))])
        case .some(let name): Decoded(skipped: [name])
        case nil: throw DecodingFailure("“event” is missing")
        }
    }

    private static func item(_ change: Inbound.Change) -> Inbound {
        Inbound(network: ViberConnector.network, change: change)
    }

    private func report(_ state: DeliveryReport.State) throws(DecodingFailure) -> DeliveryReport {
        guard let token = message_token else { throw DecodingFailure("“message_token” is missing") }
        return DeliveryReport(
            id: token.text,
            recipient: user_id?.text,
            state: state,
            at: timestamp?.instant,
            reason: state == .failed ? desc : nil
        )
    }

    private func draft(_ arrived: Instant?) throws(DecodingFailure) -> Draft {
        guard let token = message_token else { throw DecodingFailure("“message_token” is missing") }
        guard let time = timestamp?.instant ?? arrived else { throw DecodingFailure("“timestamp” is missing") }
        guard let sender, let id = sender.id?.text else { throw DecodingFailure("“sender.id” is missing") }
        let attachments = message?.attachments ?? []
        return Draft(
            id: token.text,
            kind: .direct,
            isPrivate: true,
            author: Author(id: id, name: sender.name),
            text: message?.text ?? (message?.type == "url" ? message?.media : nil),
            attachments: attachments,
            thread: id,
            conversation: .person(id),
            sentAt: time,
            isUnsupported: message?.text == nil && attachments.isEmpty
        )
    }
}

extension ViberEvent.Message {
    fileprivate var attachments: [Attachment] {
        switch type {
        case "picture": [file(.image)]
        case "video": [file(.video)]
        case "file": [file(.file)]
        case "url": [Attachment(kind: .link, url: media)]
        case "sticker": [Attachment(kind: .sticker, reference: sticker_id?.text)]
        case "contact": [Attachment(kind: .contact, name: contact?.name, note: contact?.phone_number?.text)]
        case "location":
            [
                Attachment(
                    kind: .location,
                    note: [location?.lat, location?.lon].compactMap { $0.map { "\($0.value)" } }.joined(separator: ", ")
                )
            ]
        default: []
        }
    }

    private func file(_ kind: Attachment.Kind) -> Attachment {
        Attachment(kind: kind, url: media, name: file_name, size: size.map { Int($0.integer) })
    }
}
