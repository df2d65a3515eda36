import Foundation
public import HarkCore

extension TelegramConnector: PollingConnector {
    private static let feed = "updates"

    private struct Ask: Encodable {
        var offset: Int64?
        var limit = 100
        var timeout: Int
        /// The server remembers the list; without one it leaves out reactions.
        var allowed_updates = TelegramUpdate.Kind.allCases.map(\.rawValue)
    }

    /// `updates`, unless the channel is set to receive webhooks.
    public func feeds(of channel: Channel) -> [String] { Mode(channel) == .webhook ? [] : [Self.feed] }

    /// A long poll: the server answers when something happens, at the latest after `long_poll_seconds`.
    ///
    /// The offset confirms everything before it, and Telegram forgets that; so it is only asked for with a cursor whose
    /// page is committed.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        guard feed == Self.feed else { throw .misconfigured("channel \(channel.id): there is no feed “\(feed)”") }
        let wait = Self.longPoll(of: channel) ?? 50
        let ask = Ask(offset: cursor.flatMap { Int64($0) }, timeout: wait)
        return HTTPRequest(
            method: "POST",
            url: try Self.base(of: channel) + "getUpdates",
            headers: [HTTPField("Content-Type", "application/json")],
            body: try Self.json(ask),
            timeout: .seconds(Int64(wait) + 15)
        )
    }

    /// Reads a page. The next offset follows the *last* update, not the highest: numbers can start again lower.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let updates: [Lenient<TelegramUpdate>]
        do {
            updates = try JSONDecoder().decode(
                Answer<[Lenient<TelegramUpdate>]>.self,
                from: Data(response.body.mendedJSON)
            ).result
        } catch {
            throw DecodingFailure(reading: error)
        }
        var decoded = Decoded()
        var last: Int64?
        let arrived = response.header("date").flatMap { Instant(httpDate: $0) }
        for update in updates {
            switch update {
            case .broken(let reason): decoded.malformed.append("update: \(reason)")
            case .read(let update):
                last = update.id ?? last
                let floor = cursor == nil ? channel.backfillFloor : nil
                decoded.add(update, account: channel.account, arrived: arrived, floor: floor)
            }
        }
        guard updates.isEmpty || last != nil else { throw DecodingFailure("a page of updates without any update_id") }
        return Page(decoded: decoded, cursor: last.map { String($0 + 1) }, hasMore: !updates.isEmpty)
    }

    static func json(_ value: some Encodable) throws(ConnectorFailure) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(value) else { throw .rejected("the text cannot be written as JSON") }
        return [UInt8](body)
    }
}

extension TelegramConnector: WebhookConnector {
    /// Telegram sends the secret given to `setWebhook` with every update.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .sharedSecret(header: "X-Telegram-Bot-Api-Secret-Token", secret: try channel.secret("webhook_secret"))
    }

    /// Taps on buttons bear no time.
    public var needsArrivalTime: Bool { true }

    /// Reads one update.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        do {
            var decoded = Decoded()
            let update = try JSONDecoder().decode(TelegramUpdate.self, from: Data(body.mendedJSON))
            decoded.add(update, account: channel.account, arrived: headers.arrivalTime, floor: nil)
            return decoded
        } catch {
            throw DecodingFailure(reading: error)
        }
    }
}
