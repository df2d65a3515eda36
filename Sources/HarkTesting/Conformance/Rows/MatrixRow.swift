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
        learn: { answers in
            // Private rooms are told once, when they begin: a poller remembers them.
            ["direct": Set(answers.flatMap(privateRooms)).sorted().joined(separator: " ")]
        },
        route: { piece in
            if piece.isAnonymous { return piece.matrixShape }
            let reads = ["/sync", "/messages", "/event/", "/notifications"].contains(where: piece.asks)
            let isWrite = ["POST", "PUT"].contains(where: piece.asks)
            guard reads, !isWrite else { return .answer(piece.called) }
            let isState = piece.object["content"] != nil && piece.object["room_id"] == nil && piece.call == nil
            return isState ? .ignored("state, receipt or account data") : .feed("sync")
        }
    )

    /// The rooms that account data lists as private, and those that an invitation into them calls so.
    private static func privateRooms(in value: Any) -> [String] { privateRooms(in: value, room: nil) }

    private static func privateRooms(in value: Any, room: String?) -> [String] {
        if let list = value as? [Any] { return list.flatMap { privateRooms(in: $0, room: room) } }
        guard let object = value as? [String: Any] else { return [] }
        let listed = object.filter { $0.key.hasPrefix("@") }.values.compactMap { $0 as? [String] }.flatMap(\.self)
        let told = object["is_direct"] as? Bool == true ? [room].compactMap(\.self) : []
        return listed.filter { $0.hasPrefix("!") } + told
            + object.flatMap { privateRooms(in: $0.value, room: $0.key.hasPrefix("!") ? $0.key : room) }
    }
}

extension Piece {
    fileprivate var matrixShape: Row.Route {
        let body = object
        let isSync = body["next_batch"] != nil && body["chunk"] == nil && !(body["rooms"] is [Any])
        let isPage = isSync || body["notifications"] != nil
        let first = (body["chunk"] as? [[String: Any]])?.first ?? [:]
        let isEvent = body["event_id"] != nil && body["type"] != nil
        return isPage || isEvent || first["event_id"] != nil ? .feed("sync") : .answer("an answer to another call")
    }
}
