import Foundation

extension Row {
    static let bluesky = Row(
        network: "bluesky",
        folders: ["bluesky": "api"],
        route: { piece in
            if piece.shape == "stream" || piece.file.contains("/jetstream/") { return .ignored("public stream") }
            let called = piece.exchange.path.isEmpty ? piece.endpoint + piece.file : piece.exchange.path
            if called.contains("listNotifications") || called.contains("/notifications-") {
                return .feed("notifications")
            }
            if called.contains("getPostThread") || called.contains("/thread") { return .feed("thread") }
            if called.contains("convo.getLog") { return .feed("chat") }
            if piece.exchange.path.isEmpty, piece.endpoint.isEmpty {
                if piece.object["notifications"] != nil { return .feed("notifications") }
                if piece.object["logs"] != nil { return .feed("chat") }
            }
            return .answer(called.split(separator: "/").last.map(String.init) ?? "an answer")
        }
    )
}
