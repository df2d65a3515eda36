import HarkCore

/// Answers to tap: up to three as buttons, more as a list.
struct WhatsAppInteractive: Encodable {
    struct Words: Encodable {
        var text: String
    }

    struct Choice: Encodable {
        var id: String
        var title: String
    }

    struct Button: Encodable {
        var type = "reply"
        var reply: Choice
    }

    struct Section: Encodable {
        var rows: [Choice]
    }

    struct Action: Encodable {
        var button: String?
        var buttons: [Button]?
        var sections: [Section]?
    }

    var type: String
    var body: Words
    var action: Action

    /// A question with its answers. WhatsApp cuts nothing: what is too long is refused here, with the number that fits.
    init(_ text: String, choices: [String]) throws(ConnectorFailure) {
        let isList = choices.count > 3
        let longest = isList ? 24 : 20
        if let long = choices.first(where: { $0.count > longest }) {
            throw .rejected("“\(long)” is longer than the \(longest) characters WhatsApp shows on an answer to tap")
        }
        guard text.count <= (isList ? 4096 : 1024) else {
            throw .rejected("with answers to tap WhatsApp takes texts of \(isList ? 4096 : 1024) characters")
        }
        let rows = choices.enumerated().map { Choice(id: "choice_\($0.offset + 1)", title: $0.element) }
        type = isList ? "list" : "button"
        body = Words(text: text)
        action =
            isList
            ? Action(button: "…", sections: [Section(rows: rows)]) : Action(buttons: rows.map { Button(reply: $0) })
    }
}

/// A message that Meta approved beforehand, with its gaps filled.
struct WhatsAppTemplate: Encodable {
    struct Language: Encodable {
        var code: String
    }

    struct Value: Encodable {
        var type = "text"
        var text: String
    }

    struct Component: Encodable {
        var type = "body"
        var parameters: [Value]
    }

    var name: String
    var language: Language
    var components: [Component]

    init(_ template: ReplyExtras.Template) {
        name = template.name
        language = Language(code: template.language)
        components = template.values.isEmpty ? [] : [Component(parameters: template.values.map { Value(text: $0) })]
    }
}

/// A file by its address.
struct WhatsAppMedia: Encodable {
    var link: String
    var caption: String?
}

extension WhatsAppBody {
    /// Puts what a reply brings beside its text in the text's place.
    mutating func add(_ extras: ReplyExtras, text words: String) throws(ConnectorFailure) {
        if let template = extras.template {
            (type, text, self.template) = ("template", nil, WhatsAppTemplate(template))
        } else if !extras.choices.isEmpty {
            (type, text) = ("interactive", nil)
            interactive = try WhatsAppInteractive(words, choices: extras.choices)
        } else if let link = extras.media.first {
            guard extras.media.count == 1 else { throw .rejected("WhatsApp takes one file a message") }
            text = nil
            let path = link.prefix { $0 != "?" && $0 != "#" }.lowercased()
            switch path.split(separator: ".").last {
            case "jpg", "jpeg", "png": (type, image) = ("image", WhatsAppMedia(link: link, caption: words))
            case "mp4", "3gp": (type, video) = ("video", WhatsAppMedia(link: link, caption: words))
            case "mp3", "ogg", "aac", "amr", "m4a": (type, audio) = ("audio", WhatsAppMedia(link: link))
            default: (type, document) = ("document", WhatsAppMedia(link: link, caption: words))
            }
        }
    }
}
