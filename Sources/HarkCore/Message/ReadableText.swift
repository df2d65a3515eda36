/// What the model reads of a message.
enum ReadableText {
    /// Subject and text as one: of a mail without what it repeats of earlier ones.
    static func of(subject: String?, text: String?, kind: MessageKind) -> String {
        switch (subject, kind == .email ? text.map(QuotedHistory.trimmed) : text) {
        case (let subject?, let text?): subject + "\n" + text
        case (let subject?, nil): subject
        case (nil, let text?): text
        case (nil, nil): ""
        }
    }
}
