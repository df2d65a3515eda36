import HarkCore

/// `data` of a `message.…` event.
struct GenericMessage: Decodable {
    /// The person who wrote it.
    struct Person: Decodable {
        var id: String
        var name: String?
        var handle: String?
        var url: String?
        var bot: Bool?
    }

    /// Something attached.
    struct File: Decodable {
        var kind: String?
        var url: String?
        var name: String?
        var mediaType: String?
        var size: Int?
        var note: String?

        private enum CodingKeys: String, CodingKey {
            case kind
            case url
            case name
            case mediaType = "media_type"
            case size
            case note
        }
    }

    var id: String
    var conversation: String?
    var kind: String?
    var isPrivate: Bool?
    var isOwnMessage: Bool?
    var author: Person?
    var recipient: Person?
    var text: String?
    var subject: String?
    var sentAt: String?
    var url: String?
    var attachments: [File]?
    var parent: String?
    var rating: Int?
    var automatic: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case conversation
        case kind
        case isPrivate = "private"
        case isOwnMessage = "own"
        case author
        case recipient
        case text
        case subject
        case sentAt = "sent_at"
        case url
        case attachments
        case parent
        case rating
        case automatic
    }
}

extension GenericMessage {
    /// Whether we wrote it: an answer given in the other system.
    var isOwn: Bool { isOwnMessage ?? false }

    /// The message in the core's words. A kind nobody knows is a direct message, the most careful reading.
    func draft(at time: Instant) -> Draft {
        let kind = kind.flatMap(MessageKind.init(rawValue:)) ?? .direct
        let isPrivate = isPrivate ?? [.direct, .email, .chat].contains(kind)
        let author = author.map(Author.init(generic:))
        let recipient = recipient.map(Author.init(generic:))
        return Draft(
            id: id,
            kind: kind,
            isPrivate: isPrivate,
            author: author,
            recipient: recipient,
            text: text,
            subject: subject,
            attachments: (attachments ?? []).map(Attachment.init(generic:)),
            thread: conversation,
            conversation: key(isPrivate, customer: isOwn ? recipient : author),
            parent: parent,
            sentAt: time,
            url: url,
            rating: rating,
            isAutomatic: automatic ?? false
        )
    }

    /// The sender's own grouping wins; without it private messages join by person, public ones stand alone.
    private func key(_ isPrivate: Bool, customer: Author?) -> ConversationKey {
        if let conversation { return .thread(conversation) }
        if isPrivate, let customer { return .person(customer.id) }
        return .thread(parent ?? id)
    }
}

extension Author {
    fileprivate init(generic person: GenericMessage.Person) {
        self.init(
            id: person.id,
            handle: person.handle,
            name: person.name,
            url: person.url,
            isBot: person.bot ?? false
        )
    }
}

extension Attachment {
    fileprivate init(generic file: GenericMessage.File) {
        self.init(
            kind: file.kind.flatMap(Kind.init(rawValue:)) ?? .other,
            url: file.url,
            name: file.name,
            mediaType: file.mediaType,
            size: file.size,
            note: file.note
        )
    }
}
