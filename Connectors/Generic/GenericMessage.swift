import HarkCore

/// `data` of a `message.…` event.
struct GenericMessage: Decodable {
    /// The person who wrote it.
    struct Person: Decodable, Sendable {
        var id: TextID
        @Tolerated var name: String?
        @Tolerated var handle: String?
        @Tolerated var url: String?
        @Tolerated var bot: Bool?
    }

    /// Something attached.
    struct File: Decodable, Sendable {
        @Tolerated var kind: String?
        @Tolerated var url: String?
        @Tolerated var name: String?
        @Tolerated var mediaType: String?
        @Tolerated var size: Int?
        @Tolerated var note: String?

        private enum CodingKeys: String, CodingKey {
            case kind
            case url
            case name
            case mediaType = "media_type"
            case size
            case note
        }
    }

    var id: TextID
    @Tolerated var conversation: TextID?
    @Tolerated var kind: String?
    @Tolerated var isPrivate: Bool?
    @Tolerated var isOwnMessage: Bool?
    var author: Person?
    @Tolerated var recipient: Person?
    @Tolerated var text: String?
    @Tolerated var subject: String?
    @Tolerated var sentAt: String?
    @Tolerated var url: String?
    @Tolerated var attachments: [File]?
    @Tolerated var parent: TextID?
    @Tolerated var rating: Int?
    @Tolerated var automatic: Bool?

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
            id: id.text,
            kind: kind,
            isPrivate: isPrivate,
            author: author,
            recipient: recipient,
            text: text,
            subject: subject,
            attachments: (attachments ?? []).map(Attachment.init(generic:)),
            thread: conversation?.text,
            conversation: key(isPrivate, customer: isOwn ? recipient : author),
            parent: parent?.text,
            sentAt: time,
            url: url,
            rating: rating,
            isAutomatic: automatic ?? false
        )
    }

    /// The sender's own grouping wins; without it private messages join by person, public ones stand alone.
    private func key(_ isPrivate: Bool, customer: Author?) -> ConversationKey {
        if let conversation { return .thread(conversation.text) }
        if isPrivate, let customer { return .person(customer.id) }
        return .thread((parent ?? id).text)
    }
}

extension Author {
    fileprivate init(generic person: GenericMessage.Person) {
        self.init(
            id: person.id.text,
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
