import ArgumentParser
import HarkCore

/// Tags to add and to take away, as `+vip -spam` says.
enum TagChanges {
    static func read(_ words: [String]) throws -> ConversationChange {
        var added: [String] = []
        var removed: [String] = []
        for word in words.map(Dashes.restored) {
            let tag = String(word.dropFirst())
            switch word.first {
            case "+" where !tag.isEmpty: added.append(tag)
            case "-" where !tag.isEmpty: removed.append(tag)
            default:
                throw ValidationError(
                    "“\(word)” is no tag change; write +\(word) to add it or -\(word) to take it away"
                )
            }
        }
        guard !words.isEmpty else { throw ValidationError("say which tags: `hark tag 42 +vip -spam`") }
        if let both = added.first(where: removed.contains) {
            throw ValidationError("the tag “\(both)” cannot be added and taken away at once")
        }
        return ConversationChange(addTags: added.isEmpty ? nil : added, removeTags: removed.isEmpty ? nil : removed)
    }
}
