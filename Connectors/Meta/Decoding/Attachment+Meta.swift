import HarkCore

extension Attachment {
    /// Something attached to a message of Messenger or Instagram.
    init(messaging attachment: MessagingAttachment) {
        let payload = attachment.payload
        let place = payload?.coordinates
        self.init(
            kind: Self.kind(attachment.type.text, isSticker: payload?.stickerID.text != nil),
            url: payload?.url.text ?? attachment.url.text,
            reference: payload?.stickerID.text,
            name: payload?.title.text ?? attachment.title.text,
            note: place.flatMap { place in
                guard let lat = place.lat.text, let long = place.long.text else { return nil }
                return "\(lat), \(long)"
            }
        )
    }

    private static func kind(_ type: String?, isSticker: Bool) -> Kind {
        switch type {
        case "image": isSticker ? .sticker : .image
        case "video", "reel", "ig_reel": .video
        case "audio": .audio
        case "file": .file
        case "location": .location
        case "fallback", "share", "post", "ig_post", "story_mention": .link
        default: .other
        }
    }

    /// A file of WhatsApp; its bytes are fetched by id.
    init(_ kind: Kind, whatsApp media: WhatsAppContent.Media) {
        self.init(
            kind: kind,
            url: media.url.text,
            reference: media.id.text,
            name: media.filename.text,
            mediaType: media.mediaType.text
        )
    }

    /// A place sent on WhatsApp.
    init(whatsApp place: WhatsAppContent.Location) {
        let point = [place.latitude.text, place.longitude.text].compactMap(\.self).joined(separator: ", ")
        let name = [place.name.text, place.address.text].compactMap(\.self).joined(separator: ", ")
        self.init(kind: .location, name: name.isEmpty ? nil : name, note: point)
    }

    /// A card sent on WhatsApp.
    init(whatsApp card: WhatsAppContent.Card) {
        let phones = (card.phones ?? []).compactMap(\.phone.text).joined(separator: ", ")
        self.init(kind: .contact, name: card.name?.formatted.text, note: phones.isEmpty ? nil : phones)
    }
}
