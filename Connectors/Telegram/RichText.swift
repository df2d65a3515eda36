import HarkCore

/// The words of a message with layout: text, lists of text, and marks, blocks, cells and captions around text.
struct RichText: Decodable, Sendable {
    /// Where words stand inside marks and blocks, in the order they are read.
    private enum CodingKeys: String, CodingKey {
        case text, summary, expression, label, blocks, items, cells, caption, credit
    }

    let words: String

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            words = text
        } else if let parts = try? decoder.singleValueContainer().decode([Lenient<RichText>].self) {
            words = parts.compactMap { $0.value?.words }.joined()
        } else {
            let fields = try decoder.container(keyedBy: CodingKeys.self)
            let order: [CodingKeys] = [.label, .text, .summary, .expression]
            let own = order.compactMap { fields.ifReadable(RichText.self, $0)?.words }
            // Blocks, entries of a list and rows of a table each begin a line.
            let lists: [CodingKeys] = [.blocks, .items, .cells]
            let inner = lists.flatMap { fields.ifReadable([Lenient<RichText>].self, $0) ?? [] }
                .compactMap { $0.value?.words }
            let below: [CodingKeys] = [.caption, .credit]
            let last = below.compactMap { fields.ifReadable(RichText.self, $0)?.words }
            words = (own + inner + last).filter { !$0.isEmpty }.joined(separator: "\n")
        }
    }
}
