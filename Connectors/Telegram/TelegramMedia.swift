import HarkCore

/// What came with a message. The bytes are fetched by `getFile` with the reference.
struct TelegramMedia: Decodable, Sendable {
    struct File: Decodable, Sendable {
        @Tolerated var file_id: TextID?
        @Tolerated var file_name: String?
        @Tolerated var mime_type: String?
        @Tolerated var file_size: LooseNumber?
        @Tolerated var emoji: String?
    }
    struct Place: Decodable, Sendable {
        @Tolerated var latitude: LooseNumber?
        @Tolerated var longitude: LooseNumber?
    }
    struct Venue: Decodable, Sendable {
        @Tolerated var location: Place?
        @Tolerated var title: String?
        @Tolerated var address: String?
    }
    struct Person: Decodable, Sendable {
        @Tolerated var phone_number: TextID?
        @Tolerated var first_name: String?
        @Tolerated var last_name: String?
    }
    struct Question: Decodable, Sendable {
        @Tolerated var question: String?
    }
    struct Throw: Decodable, Sendable {
        @Tolerated var emoji: String?
        @Tolerated var value: LooseNumber?
    }
    struct Titled: Decodable, Sendable {
        @Tolerated var title: String?
    }
    struct Anything: Decodable, Sendable {}

    @Tolerated var photo: [File]?
    @Tolerated var live_photo: File?
    @Tolerated var video: File?
    @Tolerated var video_note: File?
    @Tolerated var animation: File?
    @Tolerated var document: File?
    @Tolerated var voice: File?
    @Tolerated var audio: File?
    @Tolerated var sticker: File?
    @Tolerated var venue: Venue?
    @Tolerated var location: Place?
    @Tolerated var contact: Person?
    @Tolerated var poll: Question?
    @Tolerated var dice: Throw?
    @Tolerated var game: Titled?
    @Tolerated var checklist: Titled?
    @Tolerated var paid_media: Anything?
    @Tolerated var story: Anything?

    /// One attachment for each thing, not for each form of it: a photo has many sizes (the last is the largest), an
    /// animation is listed as a document as well, a venue as a location.
    var attachments: [Attachment] {
        let files: [(Attachment.Kind, File?)] = [
            (.image, live_photo ?? photo?.last), (.video, video), (.video, video_note), (.video, animation),
            (.file, animation == nil ? document : nil), (.audio, voice), (.audio, audio), (.sticker, sticker),
        ]
        return files.compactMap { kind, file in
            file.map { file in
                Attachment(
                    kind: kind,
                    reference: file.file_id?.text,
                    name: file.file_name,
                    mediaType: file.mime_type,
                    size: file.file_size.map { Int($0.integer) },
                    note: file.emoji
                )
            }
        } + others
    }

    private var others: [Attachment] {
        var others: [Attachment] = []
        if let venue {
            let note = [venue.address, venue.location?.text].compactMap(\.self).joined(separator: ", ")
            others.append(Attachment(kind: .location, name: venue.title, note: note))
        } else if let location {
            others.append(Attachment(kind: .location, note: location.text))
        }
        if let contact {
            let name = [contact.first_name, contact.last_name].compactMap(\.self).joined(separator: " ")
            others.append(Attachment(kind: .contact, name: name, note: contact.phone_number?.text))
        }
        if let poll { others.append(Attachment(kind: .other, name: "poll", note: poll.question)) }
        if let dice {
            let value = dice.value.map { String($0.integer) }
            others.append(
                Attachment(
                    kind: .other,
                    name: "dice",
                    note: [dice.emoji, value].compactMap(\.self).joined(separator: " ")
                )
            )
        }
        if let game { others.append(Attachment(kind: .other, name: "game", note: game.title)) }
        if let checklist { others.append(Attachment(kind: .other, name: "checklist", note: checklist.title)) }
        if paid_media != nil { others.append(Attachment(kind: .other, name: "paid media")) }
        if story != nil { others.append(Attachment(kind: .other, name: "story")) }
        return others
    }
}

extension TelegramMedia.Place {
    fileprivate var text: String {
        [latitude, longitude].compactMap { $0.map { "\($0.value)" } }.joined(separator: ", ")
    }
}
