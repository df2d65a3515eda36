/// Building queries in the one shape that the parser makes: no part nests in a part of its own sort, and none is empty.
extension Query {
    /// Every part, flattened.
    static func every(of parts: [Query]) -> Query {
        let flat = parts.flatMap { part in
            if case .and(let inner) = part { inner } else { part == .all ? [] : [part] }
        }
        return flat.isEmpty ? .all : flat.count == 1 ? flat[0] : .and(flat)
    }

    /// At least one part, flattened.
    static func any(of parts: [Query]) -> Query {
        let flat = parts.flatMap { part in
            if case .or(let inner) = part { inner } else { part == .all ? [] : [part] }
        }
        return flat.isEmpty ? .all : flat.count == 1 ? flat[0] : .or(flat)
    }

    /// Not the part; two negations are none.
    static func negation(of part: Query) -> Query {
        if case .not(let inner) = part { inner } else { .not(part) }
    }

    /// The query with `assignee:me` read as an agent's name.
    public func resolving(me name: String) -> Query {
        switch self {
        case .term(.equals(.assignee, "me")): .term(.equals(.assignee, Self.key(name)))
        case .all, .term: self
        case .and(let parts): .and(parts.map { $0.resolving(me: name) })
        case .or(let parts): .or(parts.map { $0.resolving(me: name) })
        case .not(let part): .not(part.resolving(me: name))
        }
    }

    /// The query with `to:` read as the channels that have such an account of ours, beside the channel of that name.
    public func resolving(accountsOf channels: [Channel]) -> Query {
        switch self {
        case .term(.equals(.to, let value)):
            .any(
                of: [self]
                    + channels.filter { Self.key($0.account) == value && Self.key($0.id.rawValue) != value }.map {
                        .term(.equals(.channel, Self.key($0.id.rawValue)))
                    }
            )
        case .all, .term: self
        case .and(let parts): .every(of: parts.map { $0.resolving(accountsOf: channels) })
        case .or(let parts): .any(of: parts.map { $0.resolving(accountsOf: channels) })
        case .not(let part): .not(part.resolving(accountsOf: channels))
        }
    }

    /// What values are compared by: lower case, without a leading `@`. Values in parsed terms have this form; compare it byte
    /// by byte.
    public static func key(_ value: String) -> String {
        String(value.drop { $0 == "@" }).lowercased()
    }
}
