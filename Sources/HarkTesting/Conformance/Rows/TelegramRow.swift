import Foundation

extension Row {
    static let telegram = Row(
        network: "telegram",
        folders: ["telegram": "webhook"],
        bodyKeys: ["update_id", "ok", "message_id", "chat"],
        prepare: { piece in
            guard piece.shape == "webhook", let json = piece.json, piece.object["update_id"] == nil else {
                return piece
            }
            return piece.with(["update_id": 1, piece.innerName: json])
        },
        route: { piece in
            if piece.shape == "webhook" { return piece.object["ok"] == nil ? .webhook : .answer("any method") }
            let isPage = piece.object["result"] is [Any] && !piece.endpoint.contains("any")
            return isPage ? .feed("updates") : .answer(piece.endpoint.isEmpty ? "any method" : piece.endpoint)
        }
    )
}

extension Piece {
    /// Some recordings hold only what an update is about; its members tell the key under which it travels.
    fileprivate var innerName: String {
        let object = object
        if object["old_reaction"] != nil || object["new_reaction"] != nil { return "message_reaction" }
        let isChannel = (object["chat"] as? [String: Any])?["type"] as? String == "channel"
        return isChannel ? "channel_post" : "message"
    }
}
