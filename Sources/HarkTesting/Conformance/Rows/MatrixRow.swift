import Foundation

extension Row {
    static let matrix = Row(
        network: "matrix",
        folders: ["matrix": "api"],
        account: "@hark:localhost",
        bodyKeys: ["rooms", "next_batch", "chunk", "event_id", "type", "errcode"],
        prepare: { piece in
            // The specification's examples leave out what every event of a room has.
            guard let base = piece.object["$ref"] as? String, base.contains("event") else { return piece }
            let common: [String: Any] = [
                "event_id": "$143273582443PhrSn:example.org", "sender": "@example:example.org",
                "origin_server_ts": 1_432_735_824_653, "room_id": "!jEsUZKDJdhlrceRyVU:example.org",
            ]
            var event = piece.object
            event["$ref"] = nil
            return piece.with(common.merging(event) { $1 })
        },
        route: { piece in
            let reads = ["/sync", "/messages", "/event/", "/notifications"].contains(where: piece.asks)
            let isWrite = ["POST", "PUT"].contains(where: piece.asks)
            guard reads, !isWrite else { return .answer(piece.called) }
            let isState = piece.object["content"] != nil && piece.object["room_id"] == nil && piece.call == nil
            return isState ? .ignored("state, receipt or account data") : .feed("sync")
        }
    )
}
