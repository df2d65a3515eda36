extension Row {
    static let youTube = Row(
        network: "youtube",
        folders: ["youtube": "api"],
        bodyKeys: ["items", "kind", "error"],
        route: { piece in
            let isList = piece.object["items"] is [Any]
            return isList && !piece.asks("POST") ? .feed("comments") : .answer(piece.called)
        }
    )
}
