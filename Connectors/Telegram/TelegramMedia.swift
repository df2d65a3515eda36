import HarkCore

/// What came with a message. The bytes are fetched by `getFile` with the reference.
struct TelegramMedia: Decodable, Sendable {
    struct File: Decodable, Sendable {
        var file_id: String
        var file_name: String?
        var mime_type: String?
        var file_size: Int?
        var emoji: String?
    }
    struct Place: Decodable, Sendable {
        var latitude: Double
        var longitude: Double
    }
    struct Venue: Decodable, Sendable {
        var location: Place
        var title: String
        var address: String?
    }
    struct Person: Decodable, Sendable {
        var phone_number: String
        var first_name: String
        var last_name: String?
    }
    struct Question: Decodable, Sendable {
        var question: String
    }
    struct Anything: Decodable, Sendable {}

    var photo: [File]?
    var video: File?
    var video_note: File?
    var animation: File?
    var document: File?
    var voice: File?
    var audio: File?
    var sticker: File?
    var venue: Venue?
    var location: Place?
    var contact: Person?
    var poll: Question?
    var paid_media: Anything?
    var story: Anything?

    /// One attachment for each thing, not for each form of it: a photo has many sizes (the last is the largest), an
    /// animation is listed as a document as well, a venue as a location.
    var attachments: [Attachment] {
        let files: [(Attachment.Kind, File?)] = [
            (.image, photo?.last), (.video, video), (.video, video_note), (.video, animation),
            (.file, animation == nil ? document : nil), (.audio, voice), (.audio, audio), (.sticker, sticker),
        ]
        return files.compactMap { kind, file in
            file.map { file in
                Attachment(
                    kind: kind,
                    reference: file.file_id,
                    name: file.file_name,
                    mediaType: file.mime_type,
                    size: file.file_size,
                    note: file.emoji
                )
            }
        } + others
    }

    private var others: [Attachment] {
        var others: [Attachment] = []
        if let venue {
            let note = [venue.address, venue.location.text].compactMap(\.self).joined(separator: ", ")
            others.append(Attachment(kind: .location, name: venue.title, note: note))
        } else if let location {
            others.append(Attachment(kind: .location, note: location.text))
        }
        if let contact {
            let name = [contact.first_name, contact.last_name].compactMap(\.self).joined(separator: " ")
            others.append(Attachment(kind: .contact, name: name, note: contact.phone_number))
        }
        if let poll { others.append(Attachment(kind: .other, name: "poll", note: poll.question)) }
        if paid_media != nil { others.append(Attachment(kind: .other, name: "paid media")) }
        if story != nil { others.append(Attachment(kind: .other, name: "story")) }
        return others
    }
}

extension TelegramMedia.Place {
    fileprivate var text: String { "\(latitude), \(longitude)" }
}
