extension Row {
    static let discourse = Row(
        network: "discourse",
        folders: ["discourse": "api"],
        bodyKeys: ["post", "topic", "notification", "ping"],
        route: { piece in
            if piece.shape == "webhook" { return .webhook }
            let called = piece.endpoint.isEmpty ? piece.exchange.path + piece.file : piece.endpoint
            if called.contains("/notifications") { return .feed("notifications") }
            let isPost = called.contains("/posts") || called.contains("/post.json") || called.contains("/t/")
            return isPost ? .feed("posts") : .answer(called)
        }
    )
}
