import HarkCore
import Synchronization

/// Remembers since when a channel's messages are wanted: fixed when it is first connected, however often the service starts.
final class BackfillFloors: Sendable {
    private static let everything = "all"

    private let memory: any ChannelMemory

    init(memory: any ChannelMemory) { self.memory = memory }

    /// The channel with its fixed floor.
    ///
    /// - Parameters:
    ///   - channel: The channel, whose configured floor moves with the clock.
    ///   - isFirst: Whether the feed has never been asked before.
    /// - Returns: The channel with the floor, and the floor below which nothing is taken in; nil for none.
    /// - Throws: What kept the memory from being read or written.
    func fix(_ channel: Account, isFirst: Bool) async throws -> (channel: Account, floor: Instant?) {
        var fixed = channel
        if let text = try await memory.memory(of: channel.id)[.floor] {
            fixed.backfillFloor = Instant(text)
            return (fixed, fixed.backfillFloor)
        }
        // A channel that was polled before floors were remembered has passed its own.
        guard isFirst else { return (channel, nil) }
        try await memory.remember(channel.backfillFloor?.description ?? Self.everything, as: .floor, of: channel.id)
        return (channel, channel.backfillFloor)
    }
}
