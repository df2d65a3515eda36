import ArgumentParser
import HarkCore

/// Whom to assign to: `@ana` is an agent, `support` a team, `@none` nobody.
enum Owner {
    static func read(_ word: String) throws -> ConversationChange {
        guard word.hasPrefix("@") else { return ConversationChange(team: word) }
        let name = String(word.dropFirst())
        guard !name.isEmpty else {
            throw ValidationError("name the agent after the @, or write @none to take the owner away")
        }
        return ConversationChange(assignee: name == "none" ? "" : name)
    }
}
