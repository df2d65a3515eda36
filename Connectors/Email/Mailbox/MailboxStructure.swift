import HarkCore

/// The parts of a mail that is not here whole, from its BODYSTRUCTURE (RFC 3501, 7.4.2).
struct MailboxStructure {
    /// Parts that are no words, by the same rule as for a mail that is here.
    private(set) var attachments: [Attachment] = []
    private let place: String

    init(_ structure: MailboxValue, place: String) {
        self.place = place
        read(structure, number: "", isRelated: false)
    }

    private mutating func read(_ value: MailboxValue, number: String, isRelated: Bool) {
        let fields = value.elements
        let children = fields.prefix { if case .list = $0 { true } else { false } }
        guard children.isEmpty else {
            let kind = fields.dropFirst(children.count).first?.string?.lowercased()
            for (index, child) in children.enumerated() {
                let next = number.isEmpty ? "\(index + 1)" : "\(number).\(index + 1)"
                read(child, number: next, isRelated: kind == "related" && index > 0)
            }
            return
        }
        guard fields.count > 6 else { return }
        let type = "\(fields[0].string ?? "")/\(fields[1].string ?? "")".lowercased()
        let parameters = Self.pairs(fields[2])
        let disposition = fields.dropFirst(7).first {
            ["attachment", "inline"].contains($0.elements.first?.string?.lowercased())
        }
        let details = disposition.map { Self.pairs($0.elements.dropFirst().first ?? .list([])) } ?? [:]
        let name = details["filename"] ?? parameters["name"]
        let isWords =
            type.hasPrefix("text/") && name == nil && disposition?.elements.first?.string?.lowercased() != "attachment"
        let isNoise = type.hasSuffix("-signature") || type == "message/delivery-status" || type == "text/rfc822-headers"
        guard !isNoise, !isWords || isRelated else { return }
        attachments.append(
            Attachment(
                kind: .init(mediaType: type),
                reference: "\(place)/\(number.isEmpty ? "1" : number)",
                name: name,
                mediaType: type,
                size: fields[6].string.flatMap { Int($0) }
            )
        )
    }

    /// `("charset" "utf-8" "name" "a.pdf")`
    private static func pairs(_ value: MailboxValue) -> [String: String] {
        let words = value.elements.map { $0.string ?? "" }
        // Read as the same field in a header: continuations and character sets are alike.
        let field = stride(from: 0, to: words.count - 1, by: 2).map { index in
            "; \(words[index])=\"\(words[index + 1].replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        }
        let read = ParameterisedValue("x" + field.joined())
        return ["filename", "name"].reduce(into: [:]) { table, name in table[name] = read[name] }
    }
}
