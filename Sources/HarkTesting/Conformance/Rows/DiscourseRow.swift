extension Row {
    static let discourse = Row(
        network: "discourse",
        folders: ["discourse": "api"],
        bodyKeys: ["notifications", "post_stream", "latest_posts", "id", "errors"],
        route: { piece in
            if piece.shape == "webhook" { return .webhook }
            if piece.asks("/notifications.json") { return .feed("notifications") }
            return piece.asks("/posts") || piece.asks("/t/") ? .feed("posts") : .answer(piece.called)
        }
    )
}
