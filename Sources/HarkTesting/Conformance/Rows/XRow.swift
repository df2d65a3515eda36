import Foundation

extension Row {
    static let x = Row(
        network: "x",
        folders: ["x": "api"],
        account: "1072250532645998596",
        bodyKeys: ["data", "for_user_id", "user_event", "meta"],
        prepare: { piece in
            // The documents show some events without the page around them.
            if piece.shape == "api", piece.object["event_type"] != nil, piece.object["id"] != nil {
                return piece.with(["data": [piece.object]])
            }
            // Asked for one conversation, its events do not repeat which.
            let segments = piece.exchange.segments
            guard segments.count > 3, segments[1] == "dm_conversations", segments.last == "dm_events",
                let events = piece.object["data"] as? [[String: Any]]
            else { return piece }
            let name = segments[2] == "with" ? "\(segments[3])-1072250532645998596" : segments[2]
            var page = piece.object
            page["data"] = events.map { $0.merging(["dm_conversation_id": name]) { known, _ in known } }
            return piece.with(page)
        },
        route: { piece in
            if piece.shape == "webhook" { return .webhook }
            let called =
                piece.exchange.method.isEmpty ? piece.endpoint : "\(piece.exchange.method) \(piece.exchange.path)"
            if piece.isAnonymous { return piece.xShape }
            guard piece.method == "GET" else { return .answer(called) }
            if called.contains("/dm_") { return .feed("messages") }
            let isPosts = ["/mentions", "/quote_tweets", "/search/recent"].contains(where: called.contains)
            return isPosts ? .feed("mentions") : .answer(called)
        }
    )
}

extension Piece {
    fileprivate var xShape: Row.Route {
        let data = object["data"] as? [String: Any] ?? [:]
        if object["for_user_id"] != nil || data["event_type"] != nil, object["meta"] == nil { return .webhook }
        let first = (object["data"] as? [[String: Any]])?.first ?? [:]
        if first["event_type"] != nil || first["dm_conversation_id"] != nil { return .feed("messages") }
        return first["text"] != nil && first["username"] == nil
            ? .feed("mentions") : .answer("an answer to another call")
    }
}
