import Foundation

extension Row {
    static let bluesky = Row(
        network: "bluesky",
        folders: ["bluesky": "api", "bluesky/jetstream": "stream"],
        bodyKeys: ["notifications", "cursor", "did", "post", "uri", "error"],
        prepare: { piece in
            // Snapshots show the list without the page around it.
            guard piece.asks("listNotifications"), let list = piece.json as? [Any] else { return piece }
            return piece.with(["notifications": list])
        },
        route: { piece in
            if piece.shape == "stream" { return .ignored("public firehose") }
            if piece.asks("listNotifications") { return .feed("notifications") }
            if piece.asks("getPostThread") { return .feed("thread") }
            if piece.asks("convo.getLog") { return .feed("chat") }
            return .answer(piece.called)
        }
    )
}
