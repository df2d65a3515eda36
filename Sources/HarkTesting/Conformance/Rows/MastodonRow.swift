import Foundation
import HarkCore
import HarkMastodon

extension Row {
    static let mastodon = Row(
        network: "mastodon",
        folders: ["mastodon": "api", "mastodon/Mastodon.py-cassettes": "cassette"],
        prepare: { piece in
            // One notification asked for by id is a page of one.
            let segments = piece.mastodonSegments
            guard segments.count == 2, segments[0] == "notifications", Int(segments[1]) != nil, let json = piece.json
            else { return piece }
            return piece.with([json])
        },
        owner: { piece in
            // The recordings hide the tokens but number their owners.
            switch piece.exchange.requestHeaders.value(of: "Authorization")?.split(separator: "_").last {
            case "2": "@admin"
            case "3": "@mastodonpy_test_2"
            default: piece.shape == "cassette" ? "@mastodonpy_test" : "@hark"
            }
        },
        route: { piece in
            if let frame = piece.object["event"] as? String, let payload = piece.object["payload"] as? String {
                return .reading { try $0.mastodonFrame(frame, payload, $1) }
            }
            return piece.mastodonRoute
        }
    )
}

extension Piece {
    /// Segments of the path without the API's prefix: `["notifications", "20"]`.
    fileprivate var mastodonSegments: [String] {
        segments.filter { $0 != "api" && $0 != "v1" }
    }

    private var mastodonShape: Row.Route {
        let element = firstElement
        if element["type"] != nil, element["account"] != nil { return .feed("notifications") }
        if element["last_status"] != nil { return .feed("conversations") }
        return object["ancestors"] != nil ? .feed("context") : .answer("an answer to another call")
    }

    fileprivate var mastodonRoute: Row.Route {
        if isAnonymous { return mastodonShape }
        let segments = mastodonSegments
        let name = "\(method) \(segments.first ?? "?")"
        guard method == "GET" else { return .answer(name) }
        switch segments.first {
        case "notifications" where segments.count == 1 || segments.count == 2 && Int(segments[1]) != nil:
            return .feed("notifications")
        case "notifications" where segments == ["notifications", "requests"]: return .feed("requests")
        case "conversations" where segments.count == 1: return .feed("conversations")
        case "statuses" where segments.last == "context": return .feed("context")
        case "streaming":
            let text = String(decoding: body, as: UTF8.self)
            return .reading { try $0.mastodonStream(text, $1) }
        default: return .answer(name)
        }
    }
}

extension Connector {
    fileprivate func mastodonFrame(
        _ event: String,
        _ payload: String,
        _ channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        guard let streaming = self as? MastodonConnector else { throw DecodingFailure("no stream is read") }
        return try streaming.decodeStream(event: event, payload: payload, channel: channel)
    }

    /// Server-sent events: a name, the data, an empty line; a line that begins with a colon is a heartbeat.
    fileprivate func mastodonStream(_ text: String, _ channel: Channel) throws(DecodingFailure) -> Decoded {
        var all = Decoded()
        var event = ""
        for line in text.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("event: ") { event = String(line.dropFirst(7)) }
            guard line.hasPrefix("data: ") else { continue }
            let frame = try mastodonFrame(event, String(line.dropFirst(6)), channel)
            all.items += frame.items
            all.skipped += frame.skipped
            all.malformed += frame.malformed
        }
        return all
    }
}
