extension Row {
    static let slack = Row(
        network: "slack",
        folders: ["slack": "webhook"],
        bodyKeys: ["type", "event", "token", "challenge", "ok"],
        route: { piece in
            piece.shape == "webhook" && piece.object["ok"] == nil ? .webhook : .answer(piece.called)
        }
    )
}
