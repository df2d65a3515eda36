import Synchronization

/// What the machinery around connectors remembers of a channel across restarts: small texts by name.
public protocol ChannelMemory: Sendable {
    /// Everything remembered of a channel.
    func memory(of channel: Channel.ID) async throws -> [MemoryName: String]

    /// Remembers a text, in place of the one before.
    func remember(_ text: String, as name: MemoryName, of channel: Channel.ID) async throws
}

/// What is remembered of a channel.
public enum MemoryName: String, Sendable, CaseIterable {
    /// Nothing said before this instant is taken in; set when the channel was first connected.
    case floor
    /// What was used of an allowance the network keeps without telling.
    case usage
    /// How often messages usually come.
    case rhythm
}

/// Remembers until the process ends.
public final class PassingMemory: ChannelMemory {
    private let texts = Mutex<[Channel.ID: [MemoryName: String]]>([:])

    /// Nothing is remembered yet.
    public init() {}

    /// Everything remembered of a channel.
    public func memory(of channel: Channel.ID) async -> [MemoryName: String] { texts.withLock { $0[channel] ?? [:] } }

    /// Remembers a text.
    public func remember(_ text: String, as name: MemoryName, of channel: Channel.ID) async {
        texts.withLock { $0[channel, default: [:]][name] = text }
    }
}
