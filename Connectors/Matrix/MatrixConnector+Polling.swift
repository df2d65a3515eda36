import Foundation
public import HarkCore

extension MatrixConnector: PollingConnector {
    private static let feed = "sync"
    /// How many events of a room one sync may tell; what is beyond them is a gap and is filled.
    private static let timeline = 50
    private static let filter = """
        {"presence":{"types":[]},"account_data":{"types":["m.direct"]},"room":{"ephemeral":{"types":[]},\
        "account_data":{"types":[]},"state":{"lazy_load_members":true},"timeline":{"limit":\(timeline)}}}
        """

    /// One: everything comes by `/sync`.
    public func feeds(of channel: Channel) -> [String] { [Self.feed] }

    /// Fills a gap, accepts an invitation, or waits for what happens.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard feed == Self.feed else { throw .misconfigured("channel \(channel.id): there is no feed “\(feed)”") }
        switch MatrixCursor(cursor).step {
        case .fill(let gap):
            let from = gap.from.isEmpty ? "" : "&from=\(gap.from.percentEncoded)"
            let query = "dir=f&limit=100\(from)&to=\(gap.to.percentEncoded)"
            return try request("GET", "rooms/\(gap.room.percentEncoded)/messages?\(query)", channel: channel)
        case .join(let room):
            return try request("POST", "rooms/\(room.percentEncoded)/join", body: Array("{}".utf8), channel: channel)
        case .sync(let since):
            let query = "filter=\(Self.filter.percentEncoded)&set_presence=offline"
            guard let since else { return try request("GET", "sync?timeout=0&\(query)", channel: channel) }
            let wait = "sync?timeout=30000&since=\(since.percentEncoded)&\(query)"
            return try request("GET", wait, timeout: .seconds(60), channel: channel)
        }
    }

    /// Reads the answer to what the cursor asked for.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        var position = MatrixCursor(cursor)
        let body = Data(response.body.mendedJSON)
        switch position.step {
        case .fill(let gap): return try filled(gap, body, position: position, channel: channel)
        case .join(let room):
            position.joins.removeAll { $0 == room }
            return Page(decoded: Decoded(skipped: ["joined a room"]), cursor: position.text, hasMore: true)
        case .sync:
            if let shown = try shown(body, position: position, channel: channel) { return shown }
            return try synced(body, position: position, channel: channel)
        }
    }

    /// A room that closed, an invitation withdrawn, a position the server has forgotten: none may stop the rest.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        var position = MatrixCursor(cursor)
        var decoded = Decoded()
        switch (position.step, failure) {
        case (.fill(let gap), .rejected(let reason)) where reason.hasPrefix("M_UNKNOWN") && !gap.from.isEmpty:
            // Where the hole begins is forgotten: from the room's beginning on, what is known already is known by its id.
            position.gaps[0].from = ""
        case (.fill(let gap), .forbidden), (.fill(let gap), .notFound), (.fill(let gap), .rejected):
            position.gaps.removeFirst()
            decoded.malformed = ["a gap in room \(gap.room) cannot be read: \(failure.reason)"]
        case (.join(let room), .forbidden), (.join(let room), .notFound), (.join(let room), .rejected):
            position.joins.removeAll { $0 == room }
            decoded.skipped = ["an invitation that is no longer valid"]
        case (.sync(.some), .rejected(let reason)) where reason.hasPrefix("M_UNKNOWN"):
            position.since = nil
            decoded.malformed = [
                "the server has forgotten the position; what was said meanwhile may be missing: \(reason)"
            ]
        default: return nil
        }
        return Page(decoded: decoded, cursor: position.text ?? "{}", hasMore: true)
    }

    private func filled(
        _ gap: MatrixCursor.Gap,
        _ body: Data,
        position: MatrixCursor,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let answer = try Self.read(MessagesAnswer.self, from: body)
        var position = position
        // An answer begins where it was asked from. Another may be an older one, kept on the way; servers that only write
        // the position differently are believed the second time.
        if let start = answer.start, !gap.from.isEmpty, start != gap.from, gap.isDoubted != true {
            position.gaps[0].isDoubted = true
            return Page(decoded: Decoded(), cursor: position.text, hasMore: true)
        }
        position.gaps[0].isDoubted = nil
        var reading = MatrixReading(
            account: channel.account,
            direct: position.direct + Self.directRooms(of: channel)
        )
        reading.add(answer.chunk ?? [], in: gap.room)
        if let end = answer.end, answer.chunk?.isEmpty == false, end != gap.from {
            position.gaps[0].from = end
        } else {
            position.gaps.removeFirst()
        }
        return Page(decoded: reading.decoded, cursor: position.text, hasMore: true)
    }

    private func synced(
        _ body: Data,
        position: MatrixCursor,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let answer = try Self.read(SyncAnswer.self, from: body)
        guard let next = answer.next_batch else { throw DecodingFailure("“next_batch” is missing") }
        var sync = Syncing(position: position, channel: channel, next: next)
        sync.take(answer)
        let hasMore = !sync.position.gaps.isEmpty || !sync.position.joins.isEmpty
        return Page(decoded: sync.reading.decoded, cursor: sync.position.text, hasMore: hasMore)
    }

    /// Other answers that show events: a page of a room, notifications, one event. They are read, not polled.
    private func shown(_ body: Data, position: MatrixCursor, channel: Channel) throws(DecodingFailure) -> Page? {
        struct Keys: Decodable {
            var chunk: [Lenient<MatrixEvent>]?
            var notifications: [Lenient<NotificationsAnswer.Notification>]?
            var event_id: String?
            var type: String?
        }
        guard let keys = try? JSONDecoder().decode(Keys.self, from: body) else { return nil }
        var reading = MatrixReading(
            account: channel.account,
            direct: position.direct + Self.directRooms(of: channel)
        )
        if let chunk = keys.chunk {
            reading.add(chunk, in: nil)
        } else if let notifications = keys.notifications {
            for notification in notifications {
                switch notification {
                case .broken(let reason): reading.note(malformed: "notification: \(reason)")
                case .read(let told): reading.add([.read(told.event)], in: told.room_id)
                }
            }
        } else if keys.event_id != nil, keys.type != nil {
            reading.add([.read(try Self.read(MatrixEvent.self, from: body))], in: nil)
        } else {
            return nil
        }
        return Page(decoded: reading.decoded, cursor: nil, hasMore: false)
    }

    static func read<Value: Decodable>(_ type: Value.Type, from body: Data) throws(DecodingFailure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: body)
        } catch {
            throw DecodingFailure(reading: error)
        }
    }
}
