extension Row {
    static let threads = Row(
        network: "threads",
        folders: ["meta/restfb-threads": "api", "meta/docs-threads": "webhook"],
        bodyKeys: ["values", "topic", "id", "data", "error"],
        route: { piece in
            if piece.shape == "webhook" { return .webhook }
            let asks = ["replies", "mentions", "conversation"].contains(where: piece.endpoint.contains)
            return asks ? .feed("replies") : .answer(piece.endpoint.isEmpty ? "other Graph answers" : piece.endpoint)
        }
    )
}
