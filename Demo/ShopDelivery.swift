import HarkCore

/// What Nordlicht's own shop posts when a line of the day happens: the contact form, chat and reviews of its site.
struct ShopDelivery {
    let line: Day.Line
    let time: Instant

    var body: JSON {
        let type =
            switch line.event {
            case .edits: "message.updated"
            case .deletes: "message.deleted"
            default: "message.created"
            }
        return ["type": .text(type), "timestamp": .text(time.description), "data": .object(data)]
    }

    private var data: [String: JSON] {
        let customer: JSON = ["id": .text(line.who.lowercased() + "@mail.example"), "name": .text(line.who)]
        var data: [String: JSON] = ["id": .text(line.name), "text": .text(line.text), "kind": .text(kind)]
        data["sent_at"] = .text(time.description)
        data["private"] = .truth(kind != "review")
        if line.event == .answers {
            data["own"] = true
            data["recipient"] = customer
        } else {
            data["author"] = customer
        }
        if kind == "review" { data["rating"] = .number(line.form == "review-1" ? 1 : 5) }
        return data
    }

    private var kind: String { line.form.map { $0.hasPrefix("review") ? "review" : $0 } ?? "email" }
}
