import HarkCore

/// What Meta posts when a line of the day happens.
struct MetaDelivery {
    static let page: Int64 = 102_030_405_060
    static let instagram: Int64 = 17_841_400_000_000_001
    static let phone = "106540352242922"

    let line: Day.Line
    let time: Instant

    var body: JSON {
        switch (line.channel, line.form) {
        case ("whatsapp", _): whatsApp
        case ("facebook", let form): feed(form ?? "comment")
        case ("instagram", "comment"): comment
        default: direct
        }
    }

    private var isInstagram: Bool { line.channel == "instagram" }
    private var customer: JSON { ["id": .text(String(line.who.number))] }

    private func envelope(_ object: String, _ account: Int64, _ content: [String: JSON]) -> JSON {
        let entry: JSON = ["id": .text(String(account)), "time": .number(time.milliseconds)]
        return ["object": .text(object), "entry": .list([entry.adding(content)])]
    }

    private var direct: JSON {
        let account = isInstagram ? Self.instagram : Self.page
        let we: JSON = ["id": .text(String(account))]
        let isOurs = line.event == .answers
        let event: JSON = [
            "sender": isOurs ? we : customer, "recipient": isOurs ? customer : we,
            "timestamp": .number(time.milliseconds),
        ]
        let id = JSON.text("mid." + line.name)
        let happening: [String: JSON] =
            switch line.event {
            case .edits: ["message_edit": ["mid": id, "text": .text(line.text)]]
            case .deletes: ["message": ["mid": id, "is_deleted": true]]
            default: ["message": ["mid": id, "text": .text(line.text), "is_echo": .truth(isOurs)]]
            }
        return envelope(isInstagram ? "instagram" : "page", account, ["messaging": .list([event.adding(happening)])])
    }

    private var comment: JSON {
        var value: [String: JSON] = [
            "id": .text(String(line.name.number)), "text": .text(line.text),
            "from": customer.adding(["username": .text(line.who)]), "media": ["id": "18000000000000077"],
        ]
        value["parent_id"] = line.parent.map { .text(String($0.number)) }
        return envelope(
            "instagram",
            Self.instagram,
            ["changes": .list([["field": "comments", "value": .object(value)]])]
        )
    }

    private func feed(_ form: String) -> JSON {
        let post = "\(Self.page)_77"
        let isOurs = line.event == .answers
        var value: [String: JSON] = [
            "created_time": .number(time.milliseconds / 1000),
            "from": isOurs
                ? ["id": .text(String(Self.page)), "name": "Nordlicht"] : customer.adding(["name": .text(line.who)]),
            "verb": line.event == .deletes ? "remove" : line.event == .edits ? "edited" : "add",
        ]
        if form == "review" {
            value["item"] = "rating"
            value["open_graph_story_id"] = .text(String(line.name.number))
            value["recommendation_type"] = "NEGATIVE"
            value["review_text"] = .text(line.text)
        } else {
            value["item"] = "comment"
            value["comment_id"] = .text("77_\(line.name.number)")
            value["post_id"] = .text(post)
            value["parent_id"] = .text(line.parent.map { "77_\($0.number)" } ?? post)
            value["message"] = .text(line.text)
        }
        let field: JSON = form == "review" ? "ratings" : "feed"
        return envelope("page", Self.page, ["changes": .list([["field": field, "value": .object(value)]])])
    }

    private var whatsApp: JSON {
        let number = "49" + String(line.who.number)
        let isOurs = line.event == .answers
        var message: [String: JSON] = [
            "id": .text("wamid." + line.name), "timestamp": .text(String(time.milliseconds / 1000)),
        ]
        message["from"] = isOurs ? "4930901820" : .text(number)
        message["to"] = isOurs ? .text(number) : nil
        if line.event == .deletes {
            message["id"] = .text("wamid.revoke-" + line.name)
            message["type"] = "revoke"
            message["revoke"] = ["original_message_id": .text("wamid." + line.name)]
        } else {
            message["type"] = "text"
            message["text"] = ["body": .text(line.text)]
        }
        let value: JSON = [
            "messaging_product": "whatsapp", "metadata": ["phone_number_id": .text(Self.phone)],
            "contacts": .list([["wa_id": .text(number), "profile": ["name": .text(line.who)]]]),
            isOurs ? "message_echoes" : "messages": .list([.object(message)]),
        ]
        let field: JSON = isOurs ? "smb_message_echoes" : "messages"
        return envelope(
            "whatsapp_business_account",
            2_309_4,
            ["changes": .list([["field": field, "value": value]])]
        )
    }
}
