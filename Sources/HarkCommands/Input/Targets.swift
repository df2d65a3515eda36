import ArgumentParser
import HarkCore

/// What an act is done to: conversations by number, what a query finds, or numbers from standard input.
enum Targets: Equatable {
    case ids([Conversation.ID])
    case query(String)
    case input

    /// From this many on a query's finds are confirmed first.
    static let askFrom = 3

    /// Words that are all numbers are conversations; a lone `-` is standard input; anything else is a query.
    init(_ words: [String]) throws {
        let ids = words.compactMap(ConversationNumber.readIfNumber)
        if words == ["-"] {
            self = .input
        } else if !words.isEmpty, ids.count == words.count {
            self = .ids(ids.uniqued)
        } else {
            let query = words.map(Dashes.restored).joined(separator: " ")
            guard query.contains(where: { !$0.isWhitespace }) else {
                throw ValidationError(
                    "say which conversations: numbers as in the first column of `hark inbox`, a query, or - for standard input"
                )
            }
            self = .query(query)
        }
    }

    /// Takes the targets from the front of a command's words: leading numbers, a lone `-`, or one word that is a query.
    static func leading(_ words: [String]) throws -> (Targets, rest: [String]) {
        let numbers = words.prefix { ConversationNumber.readIfNumber($0) != nil }
        if !numbers.isEmpty { return (try Targets(Array(numbers)), Array(words.dropFirst(numbers.count))) }
        return (try Targets(Array(words.prefix(1))), Array(words.dropFirst()))
    }

    /// Reads the numbers of a list: the first word of each line, as `-q` and the tables for programs write it.
    static func numbers(in text: String) throws -> [Conversation.ID] {
        try text.split(whereSeparator: \.isNewline).compactMap { line in
            guard let word = line.split(whereSeparator: { $0.isWhitespace || $0 == "," }).first else { return nil }
            guard let id = ConversationNumber.readIfNumber(String(word)) else {
                throw ValidationError(
                    "“\(word.prefix(40))” on standard input is no conversation's number; `hark inbox -q` writes numbers"
                )
            }
            return id
        }.uniqued
    }
}

extension [Conversation.ID] {
    /// Each once, in the order of the first.
    fileprivate var uniqued: [Conversation.ID] {
        var seen: Set<Conversation.ID> = []
        return filter { seen.insert($0).inserted }
    }
}
