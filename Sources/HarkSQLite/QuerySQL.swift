import GRDB
import HarkCore

/// A query as an SQL condition on `conversation c`. Held equal to `Query.matches` by a property test.
struct QuerySQL {
    private(set) var sql: String
    private(set) var arguments: [(any DatabaseValueConvertible)?]

    init(_ query: Query, now: Instant) {
        var writer = Writer(now: now)
        sql = writer.condition(query)
        arguments = writer.arguments
    }

    mutating func append(_ condition: String, _ more: [(any DatabaseValueConvertible)?]) {
        sql = "(\(sql)) AND \(condition)"
        arguments += more
    }

    private struct Writer {
        let now: Instant
        var arguments: [(any DatabaseValueConvertible)?] = []

        mutating func condition(_ query: Query) -> String {
            switch query {
            case .all: return "1"
            case .term(let term): return condition(term)
            case .and(let parts): return joined(parts, " AND ", empty: "1")
            case .or(let parts): return joined(parts, " OR ", empty: "0")
            case .not(let part): return "NOT coalesce(\(condition(part)), 0)"
            }
        }

        private mutating func joined(_ parts: [Query], _ word: String, empty: String) -> String {
            var written: [String] = []
            for part in parts { written.append(condition(part)) }
            return written.isEmpty ? empty : "(\(written.joined(separator: word)))"
        }

        private mutating func condition(_ term: Query.Term) -> String {
            switch term {
            case .flag(let flag): return condition(flag)
            case .equals(let field, let value): return equals(field, value)
            case .present(let field): return present(field)
            case .urgency(let comparison, let level): return urgency(comparison, level)
            case .urgencyScore(let comparison, let score):
                arguments.append(score)
                return "c.urgency \(comparison.rawValue) ?"
            case .sentiment(let comparison, let score):
                let labels = Sentiment.Label.allCases.filter { comparison.holds($0.sign, score) }
                return "c.sentiment IN (\(labels.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
            case .followers(let comparison, let count):
                arguments.append(count)
                return """
                    (SELECT p.identity ->> '$.followers' FROM contact p WHERE p.id = c.contact) \(comparison.rawValue) ?
                    """
            case .id(let id):
                arguments.append(id)
                return "c.id = ?"
            case .time(let field, let comparison, let bound): return time(field, comparison, bound)
            case .text(let words, let prefix): return text(words, prefix: prefix)
            }
        }

        private mutating func condition(_ flag: Query.Flag) -> String {
            switch flag {
            case .open, .pending, .snoozed, .closed: return "c.state = '\(flag.rawValue)'"
            case .unassigned: return "c.assignee IS NULL"
            case .assigned: return "c.assignee IS NOT NULL"
            case .waiting: return "c.waiting_since IS NOT NULL"
            case .private: return "c.private = 1"
            case .public: return "c.private = 0"
            case .unread:
                return "(c.waiting_since IS NOT NULL AND (c.read_at IS NULL OR c.read_at < c.last_message_at))"
            case .answered: return "c.answered_at IS NOT NULL"
            case .muted: return "c.muted = 1"
            case .attachment:
                return "EXISTS (SELECT 1 FROM message m WHERE m.conversation = c.id AND m.attachments IS NOT NULL)"
            case .breached:
                arguments.append(now.milliseconds)
                return "c.due_at <= ?"
            }
        }

        private mutating func equals(_ field: Query.Field, _ value: String) -> String {
            switch field {
            case .tag: return listContains("tags", value)
            case .topic: return listContains("topics", value)
            case .from:
                arguments.append(value)
                return "hark_from(?, c.author, (SELECT p.identity FROM contact p WHERE p.id = c.contact))"
            case .to:
                arguments.append(value)
                return "hark_same(c.channel, ?)"
            case .channel, .network, .team, .assignee, .kind, .language, .sentiment:
                arguments.append(value)
                return "hark_same(c.\(field.rawValue), ?)"
            }
        }

        private mutating func listContains(_ column: String, _ value: String) -> String {
            arguments.append(value)
            return """
                (c.\(column) <> '[]' AND EXISTS (SELECT 1 FROM json_each(c.\(column)) j WHERE hark_same(j.value, ?)))
                """
        }

        private func present(_ field: Query.Field) -> String {
            switch field {
            case .tag: "c.tags <> '[]'"
            case .topic: "c.topics <> '[]'"
            case .from: "(c.author <> '' OR c.contact IS NOT NULL)"
            case .assignee: "c.assignee IS NOT NULL"
            case .channel, .to, .network, .team, .kind, .language, .sentiment: "1"
            }
        }

        private mutating func urgency(_ comparison: Query.Comparison, _ level: Urgency.Level) -> String {
            let levels = Urgency.Level.allCases.filter { other in
                switch comparison {
                case .less: other < level
                case .atMost: other <= level
                case .equal: other == level
                case .atLeast: other >= level
                case .greater: other > level
                }
            }
            let ranges = levels.map { level in
                let next = Urgency.Level.allCases.first { $0 > level }
                return "(c.urgency >= \(level.floor)\(next.map { " AND c.urgency < \($0.floor)" } ?? ""))"
            }
            return ranges.isEmpty ? "0" : "(\(ranges.joined(separator: " OR ")))"
        }

        private mutating func time(
            _ field: Query.TimeField,
            _ comparison: Query.Comparison,
            _ bound: Query.TimeBound
        ) -> String {
            let column =
                switch field {
                case .created: "c.created_at"
                case .updated: "c.last_message_at"
                case .waiting: "c.waiting_since"
                case .due: "c.due_at"
                }
            switch (bound, field) {
            case (.instant(let instant), _):
                arguments.append(instant.milliseconds)
                return "\(column) \(comparison.rawValue) ?"
            case (.relative(let date), _):
                arguments.append(date.start(at: now).milliseconds)
                return "\(column) \(comparison.rawValue) ?"
            case (.span(let span), .due):
                arguments.append((now + span).milliseconds)
                return "\(column) \(comparison.rawValue) ?"
            case (.span(let span), .created), (.span(let span), .updated), (.span(let span), .waiting):
                arguments.append(contentsOf: [now.milliseconds, span.milliseconds])
                return "? - \(column) \(comparison.rawValue) ?"
            }
        }

        private mutating func text(_ words: [String], prefix: Bool) -> String {
            guard !words.isEmpty else { return "0" }
            let phrase = "\"" + words.map { $0.replacing("\"", with: "\"\"") }.joined(separator: " ") + "\""
            arguments.append(prefix ? phrase + " *" : phrase)
            return """
                c.id IN (SELECT m.conversation FROM message m WHERE m.id IN
                (SELECT rowid FROM message_words WHERE message_words MATCH ?))
                """
        }
    }
}
