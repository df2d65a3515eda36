import HarkCore

/// The feed that sees edits and deletions: asking tells of neither, so a channel's newest messages are looked at again.
///
/// The cursor holds what is watched, newest first: `30 29@1763769226000 28!`. The number behind `@` is the edit already seen;
/// `!` says that the message was missing at the last look. Only what is missing twice is gone: a page may come from a cache.
struct DiscordRevisions {
    private struct Watched {
        var id: UInt64
        var edited: Int64 = 0
        var isMissing = false

        init(_ id: UInt64, edited: Int64) { (self.id, self.edited) = (id, edited) }

        init?(_ word: Substring) {
            isMissing = word.hasSuffix("!")
            let parts = word.dropLast(isMissing ? 1 : 0).split(separator: "@")
            guard let id = parts.first.flatMap({ UInt64($0) }) else { return nil }
            self.id = id
            edited = parts.count == 2 ? Int64(parts[1]) ?? 0 : 0
        }

        var text: String { "\(id)" + (edited == 0 ? "" : "@\(edited)") + (isMissing ? "!" : "") }
    }

    private var watched: [Watched]

    init(_ cursor: String?) {
        watched = (cursor ?? "").split(separator: " ").compactMap(Watched.init)
    }

    var cursor: String? { watched.isEmpty ? nil : watched.map(\.text).joined(separator: " ") }

    /// Compares a channel's newest messages with what is known of them.
    ///
    /// - Parameters:
    ///   - messages: The newest ones; fewer than `limit` are all there are.
    ///   - limit: How many were asked for.
    ///   - floor: Messages older than this were never taken in.
    ///   - reading: Turns a message into ours.
    /// - Returns: The edits and deletions that were not seen before.
    mutating func compare(
        _ messages: [Lenient<DiscordMessage>],
        limit: Int,
        floor: Instant?,
        _ reading: DiscordReading
    ) -> Decoded {
        var decoded = Decoded()
        let listed = messages.compactMap { element in
            element.value.flatMap { message in message.id.flatMap { UInt64($0.text) }.map { ($0, message) } }
        }
        // Without the permission to read the history Discord shows an empty list; that deletes nothing.
        guard let oldest = listed.map(\.0).min() else { return decoded }
        // A message that cannot be read is there; without knowing which one, nothing counts as gone.
        let isComplete = listed.count == messages.count
        let isWhole = messages.count < limit
        var kept: [Watched] = []
        for (id, message) in listed.reversed() where floor.map({ Snowflake(id).instant >= $0 }) ?? true {
            let known = watched.first { $0.id == id }?.edited ?? 0
            let edited = message.edited_timestamp?.milliseconds ?? 0
            if edited > known { reading.addEdit(of: message, to: &decoded) }
            kept.append(Watched(id, edited: max(edited, known)))
        }
        for var old in watched where !kept.contains(where: { $0.id == old.id }) && (isWhole || old.id >= oldest) {
            if isComplete, old.isMissing {
                decoded.items.append(
                    Inbound(network: DiscordConnector.network, change: .delete(id: String(old.id), at: nil))
                )
            } else {
                old.isMissing = old.isMissing || isComplete
                kept.append(old)
            }
        }
        watched = Array(kept.sorted { $0.id > $1.id }.prefix(limit))
        return decoded
    }
}
