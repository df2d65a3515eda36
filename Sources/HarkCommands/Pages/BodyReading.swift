import HarkCore

/// What Hark makes of one body, for a person or a program.
struct BodyReading: Encodable {
    /// One thing the body tells.
    struct Item: Encodable {
        var what: String
        var id: String?
        var kind: String?
        var isPrivate: Bool?
        var author: String?
        var text: String?
        var conversation: String?
        var parent: String?
        var sentAt: Instant?
        var attachments: Int?

        private enum CodingKeys: String, CodingKey {
            case what, id, kind
            case isPrivate = "private"
            case author, text, conversation, parent
            case sentAt = "sent_at"
            case attachments
        }
    }

    var file: String
    var items: [Item] = []
    var skipped: [String] = []
    var malformed: [String] = []
    var error: String?

    init(file: String, _ decoded: Result<Decoded, DecodingFailure>) {
        self.file = file
        switch decoded {
        case .success(let decoded):
            items = decoded.items.map { Item($0.change) }
            skipped = decoded.skipped
            malformed = decoded.malformed
            error = decoded.failure?.description
        case .failure(let failure): error = failure.reason
        }
    }

    /// Whether everything in it could be read.
    var isWhole: Bool { malformed.isEmpty && error == nil }

    /// Records, a line each: what, id, kind, visibility, author, conversation, text.
    var text: String {
        var records = Records()
        records.add("file", file)
        for item in items {
            records.add(
                item.what,
                item.id,
                item.kind,
                item.isPrivate.map { $0 ? "private" : "public" },
                item.author,
                item.conversation,
                item.sentAt?.description,
                item.text
            )
        }
        for name in skipped { records.add("skipped", name) }
        for reason in malformed { records.add("malformed", reason) }
        if let error { records.add("error", error) }
        return records.text
    }
}

extension BodyReading.Item {
    init(_ change: Inbound.Change) {
        switch change {
        case .message(let draft): self.init("message", draft)
        case .echo(let draft): self.init("echo", draft)
        case .edit(let draft): self.init("edit", draft)
        case .delete(let id, let at):
            self.init(what: "delete", id: id)
            sentAt = at
        case .status(let report):
            self.init(what: "status", id: report.id)
            kind = report.state.rawValue
            author = report.recipient
            text = report.reason
            sentAt = report.at
        case .reaction(let reaction):
            self.init(what: "reaction", id: reaction.target)
            author = reaction.author?.id
            text = reaction.symbol
            sentAt = reaction.at
        }
    }

    private init(_ what: String, _ draft: Draft) {
        self.init(what: what, id: draft.id)
        kind = draft.kind.rawValue
        isPrivate = draft.isPrivate
        author = draft.author.map { [$0.id, $0.name ?? $0.handle].compactMap(\.self).joined(separator: " ") }
        text = draft.text
        conversation = draft.conversation.description
        parent = draft.parent
        sentAt = draft.sentAt
        attachments = draft.attachments.count
    }
}
