extension Row {
    static let hackerNews = Row(
        network: "hackernews",
        folders: ["hackernews": "api"],
        route: { piece in
            if piece.object["hits"] != nil { return .feed("mentions") }
            let isItem = piece.object["type"] is String && piece.object["id"] != nil
            return isItem ? .feed("item") : .answer("user, updates or maxitem")
        }
    )
}
