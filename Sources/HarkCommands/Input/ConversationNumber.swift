import ArgumentParser
import HarkCore

/// Reads a conversation's number as people type it: `42` or `#42`.
enum ConversationNumber {
    static func read(_ text: String) throws -> Conversation.ID {
        guard let id = readIfNumber(text) else {
            throw ValidationError(
                "“\(text)” is no conversation; give its number, as in the first column of `hark inbox`"
            )
        }
        return id
    }

    static func readIfNumber(_ text: String) -> Conversation.ID? {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        return Int64(digits).flatMap { $0 > 0 ? Conversation.ID($0) : nil }
    }
}
