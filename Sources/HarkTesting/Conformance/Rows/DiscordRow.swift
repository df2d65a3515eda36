import Foundation

extension Row {
    static let discord = Row(
        network: "discord",
        folders: ["discord": "api"],
        bodyKeys: ["id", "type", "event", "code", "application_id"],
        prepare: { piece in
            guard piece.endpoint.contains("wrap in an array"), let json = piece.json, !(json is [Any]) else {
                return piece
            }
            return piece.with([json])
        },
        route: { piece in
            if piece.shape == "webhook" { return piece.object["type"] == nil ? .answer("no event") : .webhook }
            if piece.isAnonymous, piece.firstElement["author"] != nil { return .feed("channel:1") }
            return piece.asks("/messages") && !piece.asks("POST") ? .feed("channel:1") : .answer(piece.called)
        }
    )
}
