import HarkCore

extension WhatsAppContent {
    /// The words in it: a text, a caption, the title of what was tapped.
    var plainText: String? {
        if let body = text?.body.text { return body }
        if let title = button?.text.text { return title }
        if let tapped { return tapped.title.text ?? tapped.body.text }
        return media.compactMap(\.1.caption.text).first ?? order?.text.text
    }

    /// The machine-readable value behind what was tapped.
    var postback: String? {
        if let payload = button?.payload.text { return payload }
        return tapped?.id.text ?? tapped?.answers.text ?? tapped?.response.text
    }

    /// Files, places and cards.
    var attachments: [Attachment] {
        media.map { Attachment($0.0, whatsApp: $0.1) }
            + [location].compactMap(\.self).map(Attachment.init(whatsApp:))
            + (contacts ?? []).compactMap(\.value).map(Attachment.init(whatsApp:))
    }

    /// Whether there is content that cannot be read: WhatsApp says so, or the type is newer than this code.
    var isUnsupported: Bool {
        switch type.text {
        case "text", "image", "video", "audio", "document", "sticker", "location", "contacts", "button", "interactive",
            "order":
            false
        default: true
        }
    }

    private var tapped: Interactive.Choice? {
        let answer = interactive
        return answer?.button ?? answer?.row ?? answer?.form ?? answer?.callPermission
    }

    private var media: [(Attachment.Kind, Media)] {
        let all: [(Attachment.Kind, Media?)] = [
            (.image, image), (.video, video), (.audio, audio), (.file, document), (.sticker, sticker),
        ]
        return all.compactMap { kind, media in media.map { (kind, $0) } }
    }
}
