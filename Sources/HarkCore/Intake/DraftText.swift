/// What a filing needs of a draft's text, worked out before the transaction.
struct DraftText: Sendable {
    /// Subject and text as one.
    let readable: String
    /// The same, folded for rules and policies.
    let folded: FoldedText
    /// The first words, or what is attached, on one line.
    let snippet: String
    /// The author's handle, name or id on one line; nil without an author.
    let author: String?

    init(_ draft: Draft) {
        readable = draft.readableText
        folded = FoldedText(readable)
        let line = SafeLine.snippet(readable)
        snippet = line.isEmpty ? draft.attachments.first.map { "[\($0.kind.rawValue)]" } ?? "" : line
        author = draft.author.map { SafeLine.snippet($0.handle ?? $0.name ?? $0.id) }
    }
}
