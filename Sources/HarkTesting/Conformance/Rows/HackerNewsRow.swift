extension Row {
    static let hackerNews = Row(
        network: "hackernews",
        folders: ["hackernews": "api"],
        bodyKeys: ["id", "by", "hits"],
        route: { piece in
            if piece.object["hits"] != nil || piece.asks("search") { return .feed("mentions") }
            return piece.asks("/item/") || piece.object["type"] != nil ? .feed("item") : .answer(piece.called)
        }
    )
}
