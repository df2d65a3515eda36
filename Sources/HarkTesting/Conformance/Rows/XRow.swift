import Foundation

extension Row {
    static let x = Row(
        network: "x",
        folders: ["x": "api"],
        bodyKeys: ["data", "meta", "errors", "for_user_id", "user_event", "replay_job_status"],
        prepare: { piece in
            // Documentation shows single events of a list.
            guard piece.asks("dm_events"), piece.object["event_type"] != nil, let json = piece.json else {
                return piece
            }
            return piece.with(["data": [json], "meta": ["result_count": 1]])
        },
        owner: { piece in
            // A webhook names the account it is about.
            let data = piece.object["data"] as? [String: Any]
            let filter = data?["filter"] as? [String: Any]
            return filter?["user_id"] as? String ?? piece.object["for_user_id"] as? String
        },
        route: { piece in
            if piece.shape == "webhook" { return .webhook }
            guard !["POST", "PUT", "DELETE"].contains(where: piece.asks) else { return .answer(piece.called) }
            if piece.asks("dm_events") { return .feed("messages") }
            return piece.asks("/mentions") || piece.asks("quote_tweets") ? .feed("mentions") : .answer(piece.called)
        }
    )
}
