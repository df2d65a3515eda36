import HarkCore

/// A block of a message, or a part of one: text, an object that holds text, or parts that do.
struct SlackBlock: Decodable, Sendable {
    private enum CodingKeys: String, CodingKey {
        case text, title, fields, elements, url
    }

    let words: String

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            words = SlackText.plain(text)
            return
        }
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let texts: [CodingKeys] = [.title, .text]
        let lists: [CodingKeys] = [.fields, .elements]
        let own = texts.compactMap { fields.ifReadable(SlackBlock.self, $0)?.words }
        let inner = lists.flatMap { fields.ifReadable([Lenient<SlackBlock>].self, $0) ?? [] }
            .compactMap { $0.value?.words }.joined()
        let said = (own + [inner]).filter { !$0.isEmpty }.joined(separator: "\n")
        words = said.isEmpty ? fields.ifReadable(String.self, .url) ?? "" : said
    }
}

/// A card beside a message, as older programs write all they say.
struct SlackCard: Decodable, Sendable {
    @Tolerated var fallback: String?
    @Tolerated var pretext: String?
    @Tolerated var title: String?
    @Tolerated var text: String?

    var words: String {
        let parts = [pretext, title, text].compactMap(\.self).filter { !$0.isEmpty }
        return (parts.isEmpty ? [fallback].compactMap(\.self) : parts).map(SlackText.plain).joined(separator: "\n")
    }
}
