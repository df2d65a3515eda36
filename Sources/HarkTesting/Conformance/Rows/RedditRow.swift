extension Row {
    static let reddit = Row(
        network: "reddit",
        folders: ["reddit": "cassette"],
        account: "<USERNAME>",
        bodyKeys: ["kind", "data", "json", "error"],
        route: { piece in
            guard piece.exchange.method != "POST" else { return .answer(piece.called) }
            if piece.asks("/message/sent") { return .feed("sent") }
            if piece.asks("/message/") { return .feed("inbox") }
            if piece.asks("/api/info") { return .feed("things") }
            return piece.asks("/mod/conversations") ? .feed("modmail") : .answer(piece.called)
        }
    )
}
