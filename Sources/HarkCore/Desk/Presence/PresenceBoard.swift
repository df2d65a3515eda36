import Synchronization

/// Who looks at which conversation right now. Kept in memory: whoever is there says so again every fifteen seconds.
public final class PresenceBoard: Sendable {
    /// How often somebody who is there says so.
    public static let heartbeat = Span.seconds(15)
    /// After this long without a word somebody is gone.
    public static let patience = Span.seconds(25)

    private struct Place: Hashable {
        var conversation: Conversation.ID
        var agent: String
    }

    private struct Sight {
        var doing: Presence.Doing
        var since: Instant
        var seenAt: Instant
    }

    private let sights = Mutex<[Place: Sight]>([:])

    /// Nobody is there.
    public init() {}

    /// Somebody says that they are there; nil says that they leave.
    public func note(_ agent: String, _ doing: Presence.Doing?, at conversation: Conversation.ID, now: Instant) {
        let place = Place(conversation: conversation, agent: agent)
        sights.withLock { sights in
            sights = sights.filter { now - $0.value.seenAt <= Self.patience }
            guard let doing else {
                sights[place] = nil
                return
            }
            let known = sights[place]
            let since = known?.doing == doing ? known?.since ?? now : now
            sights[place] = Sight(doing: doing, since: since, seenAt: now)
        }
    }

    /// Who is at a conversation, those who reply first.
    public func present(at conversation: Conversation.ID, now: Instant) -> [Presence] {
        sights.withLock { sights in
            sights.filter { $0.key.conversation == conversation && now - $0.value.seenAt <= Self.patience }
                .map { Presence(agent: $0.key.agent, doing: $0.value.doing, since: $0.value.since) }
        }
        .sorted { ($0.doing.rawValue, $0.agent) < ($1.doing.rawValue, $1.agent) }
    }
}

/// Somebody of us at a conversation.
public struct Presence: Sendable, Hashable, Codable {
    /// What they do there.
    public enum Doing: String, Sendable, Codable, CaseIterable {
        /// Writing an answer.
        case replying
        /// Reading.
        case viewing
    }

    /// Who.
    public var agent: String
    /// What they do there.
    public var doing: Doing
    /// Since when.
    public var since: Instant

    /// Somebody of us at a conversation.
    public init(agent: String, doing: Doing, since: Instant) {
        self.agent = agent
        self.doing = doing
        self.since = since
    }
}
