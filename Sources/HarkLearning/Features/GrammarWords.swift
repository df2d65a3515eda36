package import HarkCore

/// The roles of small words in one language, taken from `grammar.tsv`.
package struct GrammarWords {
    private let roles: [UInt64: KeywordRow.Role]

    /// No roles at all.
    package static let none = GrammarWords(nil, .other)

    package init(_ table: KeywordTable?, _ language: Language) {
        var roles: [UInt64: KeywordRow.Role] = [:]
        for row in table?.rows ?? [] where row.language == nil || row.language == language {
            if let word = row.words.first, row.words.count == 1, let role = row.role { roles[word] = role }
        }
        self.roles = roles
    }

    func mark(_ text: inout TokenizedText) {
        if roles.isEmpty { return }
        Grammar.mark(&text) { roles[$0.hash] }
    }
}
