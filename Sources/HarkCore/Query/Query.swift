/// A condition on conversations and messages: the one language of search, views, rules, policies and the API.
///
/// Grammar: terms joined by white space (and), `or`, `not`/`-`, parentheses; `field:value`, `field:"two words"`,
/// `field:a,b` (either), `field:*` (any), `field>=value`, `field:from..to`, a word, `word*`, a `"phrase"`. The same field
/// twice in a row means either. Text with a colon goes in quotes. A date is its first instant in UTC; `created:2026-01-31`
/// is that whole day. Parsed by ``Query/init(_:)``; evaluated in memory by ``Query/matches(_:at:)`` and in SQL by the
/// store, which a property test holds equal.
public indirect enum Query: Sendable, Hashable {
    /// Matches everything; the empty query.
    case all
    /// One test.
    case term(Term)
    /// Every part matches.
    case and([Query])
    /// At least one part matches.
    case or([Query])
    /// The part does not match.
    case not(Query)

    /// One test.
    public enum Term: Sendable, Hashable {
        /// `is:open`, `is:breached`, `is:unassigned`, `is:private`, `is:waiting`.
        case flag(Flag)
        /// `channel:acme`, `tag:vip`: equal, ignoring case.
        case equals(Field, String)
        /// `from:*` and friends: the field has any value.
        case present(Field)
        /// `urgency>=high`: ordered by level.
        case urgency(Comparison, Urgency.Level)
        /// `urgency>=60`: ordered by score.
        case urgencyScore(Comparison, Int)
        /// `sentiment<0`: ordered as -1 (negative), 0, 1.
        case sentiment(Comparison, Int)
        /// `followers>10000`: how many follow the customer, where the network says so.
        case followers(Comparison, Int64)
        /// `id:42`.
        case id(Int64)
        /// `created>2026-01-01`, `waiting>2h` (a span counts back from now: longer ago than).
        case time(TimeField, Comparison, TimeBound)
        /// A word or phrase in any message of the conversation, folded; `prefix` for `word*`.
        case text(words: [String], prefix: Bool)
    }

    /// Yes-or-no properties.
    public enum Flag: String, Sendable, CaseIterable {
        case open, pending, snoozed, closed
        case unassigned, assigned, breached, waiting
        case `private`, `public`
        /// A customer's message came since somebody here last looked.
        case unread
        /// Somebody here, or in the network's app, has answered at least once.
        case answered
        /// Customers' messages are filed without opening it.
        case muted
        /// Something came with a message; written `has:attachment`.
        case attachment
    }

    /// Properties with a text value.
    public enum Field: String, Sendable, CaseIterable {
        case channel, network, team, assignee, tag, topic, from, to, kind, language, sentiment
    }

    /// Properties that are instants.
    public enum TimeField: String, Sendable, CaseIterable {
        /// When the conversation began.
        case created
        /// When its newest message was said.
        case updated
        /// Since when the customer waits.
        case waiting
        /// The earliest running deadline.
        case due
    }

    /// How two ordered values relate.
    public enum Comparison: String, Sendable, CaseIterable {
        case less = "<"
        case atMost = "<="
        case equal = "="
        case atLeast = ">="
        case greater = ">"
    }

    /// An instant to compare with.
    public enum TimeBound: Sendable, Hashable {
        case instant(Instant)
        /// For `created`, `updated`, `waiting`: that long before now, and `>` means longer ago. For `due`: that long from now.
        case span(Span)
        /// Counted from the day it is then: `yesterday`.
        case relative(RelativeDate)
    }
}
