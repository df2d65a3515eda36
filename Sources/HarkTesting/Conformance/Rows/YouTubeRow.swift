extension Row {
    static let youTube = Row(
        network: "youtube",
        folders: ["youtube": "api"],
        route: { piece in
            let called =
                piece.exchange.method.isEmpty ? piece.endpoint : "\(piece.exchange.method) \(piece.exchange.path)"
            let isList = ["GET comment", "/commentThreads", "/comments"].contains(where: called.contains)
            let looksLikeOne = called.isEmpty && piece.file.contains("/comment")
            return !called.hasPrefix("POST") && (isList || looksLikeOne) ? .feed("comments") : .answer(called)
        }
    )
}
