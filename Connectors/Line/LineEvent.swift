import HarkCore

/// One thing that happened: its frame, and the part that its type names.
struct LineEvent: Decodable, Sendable {
    struct Source: Decodable, Sendable {
        @Tolerated var userId: TextID?
        @Tolerated var groupId: TextID?
        @Tolerated var roomId: TextID?

        var person: String? { userId?.text }
    }
    struct Unsend: Decodable, Sendable {
        @Tolerated var messageId: TextID?
    }
    struct Postback: Decodable, Sendable {
        @Tolerated var data: String?
    }

    @Tolerated var type: String?
    @Tolerated var timestamp: LooseNumber?
    @Tolerated var source: Source?
    @Tolerated var webhookEventId: TextID?
    @Tolerated var message: LineMessage?
    @Tolerated var unsend: Unsend?
    @Tolerated var postback: Postback?
}

/// What somebody said.
struct LineMessage: Decodable, Sendable {
    struct Provider: Decodable, Sendable {
        @Tolerated var originalContentUrl: String?
    }

    @Tolerated var id: TextID?
    @Tolerated var type: String?
    @Tolerated var text: String?
    @Tolerated var quotedMessageId: TextID?
    @Tolerated var contentProvider: Provider?
    @Tolerated var fileName: String?
    @Tolerated var fileSize: LooseNumber?
    @Tolerated var title: String?
    @Tolerated var address: String?
    @Tolerated var latitude: LooseNumber?
    @Tolerated var longitude: LooseNumber?
    @Tolerated var stickerId: TextID?
    @Tolerated var keywords: [String]?

    /// The bytes are fetched by the message's id, unless the sender keeps them elsewhere.
    var attachments: [Attachment] {
        let kinds: [String: Attachment.Kind] = ["image": .image, "video": .video, "audio": .audio, "file": .file]
        switch type {
        case "location":
            let point = [latitude, longitude].compactMap { $0.map { "\($0.value)" } }.joined(separator: ", ")
            let name = [title, address].compactMap(\.self).joined(separator: ", ")
            return [Attachment(kind: .location, name: name.isEmpty ? nil : name, note: point)]
        case "sticker":
            let words = (text.map { [$0] } ?? []) + (keywords ?? [])
            return [Attachment(kind: .sticker, reference: stickerId?.text, note: words.first)]
        default:
            guard let kind = type.flatMap({ kinds[$0] }) else { return [] }
            return [
                Attachment(
                    kind: kind,
                    url: contentProvider?.originalContentUrl,
                    reference: id?.text,
                    name: fileName,
                    size: fileSize.map { Int($0.integer) }
                )
            ]
        }
    }

    var isUnsupported: Bool { text == nil && attachments.isEmpty }
}
