import Foundation
import HarkCore
import HarkMastodon

/// Feeds recorded answers to a poller, each to the feed that asks for it. Answers to other calls (writes, settings, own
/// posts) are no feed and are never read as messages.
struct PollFeeding {
    var connector: any PollingConnector
    var channel: Channel

    func feedings(of expectation: Expectation) throws -> [Feeding] {
        if expectation.shape == "stream" { return try frames(of: expectation) }
        let exchanges = try Exchange.all(of: expectation)
        return exchanges.enumerated().compactMap { call, exchange in
            // A file of one exchange has no calls to tell apart.
            let items = exchanges.count == 1 ? expectation.items : expectation.items.filter { $0.calls.contains(call) }
            var asked = self
            asked.channel.account = exchange.account
            return asked.read(exchange).map { Feeding(label: "call \(call)", expected: items, decoded: $0) }
        }
    }

    /// What the connector makes of an answer; nil when the answer belongs to no feed.
    private func read(_ exchange: Exchange) -> Result<Decoded, DecodingFailure>? {
        guard (200..<300).contains(exchange.response.status) else { return nil }
        let segments = exchange.segments
        if segments == ["getUpdates"] { return page(exchange.response.body, of: "updates") }
        guard exchange.method == "GET" else { return nil }
        switch segments.first {
        case "notifications" where segments.count == 1: return page(exchange.response.body, of: "notifications")
        case "notifications" where segments == ["notifications", "requests"]:
            return page(exchange.response.body, of: "requests")
        case "notifications" where segments.count == 2 && Int(segments[1]) != nil:
            // One notification asked for by id is a page of one.
            return page(Array("[".utf8) + exchange.response.body + Array("]".utf8), of: "notifications")
        case "conversations" where segments.count == 1: return page(exchange.response.body, of: "conversations")
        case "statuses" where segments.last == "context": return page(exchange.response.body, of: "context")
        case "streaming": return stream(String(decoding: exchange.response.body, as: UTF8.self))
        default: return nil
        }
    }

    private func page(_ body: [UInt8], of feed: String) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            try connector.page(HTTPResponse(status: 200, body: body), of: feed, after: nil, channel: channel).decoded
        }
    }

    /// Server-sent events: a name, the data, an empty line; a line that begins with a colon is a heartbeat.
    private func stream(_ text: String) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            var all = Decoded()
            var event = ""
            for line in text.split(whereSeparator: \.isNewline) {
                if line.hasPrefix("event: ") { event = String(line.dropFirst(7)) }
                guard line.hasPrefix("data: ") else { continue }
                let frame = try frame(event, String(line.dropFirst(6)))
                all.items += frame.items
                all.skipped += frame.skipped
                all.malformed += frame.malformed
            }
            return all
        }
    }

    /// One frame of a WebSocket a line.
    private func frames(of expectation: Expectation) throws -> [Feeding] {
        struct Frame: Decodable {
            var event: String
            var payload: String
        }
        let lines = try Oracle.bytes(of: expectation.file).split(separator: UInt8(ascii: "\n"))
        return try lines.enumerated().map { number, line in
            let frame = try JSONDecoder().decode(Frame.self, from: Data(line))
            return Feeding(
                label: "line \(number)",
                expected: expectation.items.filter { $0.calls.contains(number) },
                decoded: Result { () throws(DecodingFailure) in try self.frame(frame.event, frame.payload) }
            )
        }
    }

    private func frame(_ event: String, _ payload: String) throws(DecodingFailure) -> Decoded {
        guard let streaming = connector as? MastodonConnector else {
            throw DecodingFailure("\(channel.network) has no stream")
        }
        return try streaming.decodeStream(event: event, payload: payload, channel: channel)
    }
}
