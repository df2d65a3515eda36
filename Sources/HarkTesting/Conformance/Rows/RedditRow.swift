extension Row {
    static let reddit = Row(
        network: "reddit",
        folders: ["reddit": "cassette"],
        account: "<USERNAME>",
        route: { piece in
            let segments = piece.exchange.segments
            let name = "\(piece.exchange.method) /\(segments.prefix(2).joined(separator: "/"))"
            guard piece.exchange.method == "GET" else { return .answer(name) }
            switch segments.first {
            case "message" where segments.count == 2:
                return segments[1] == "sent" ? .feed("sent") : .feed("inbox")
            case "message": return .feed("things")
            case "api" where segments.dropFirst().first == "info": return .feed("things")
            case "api" where Array(segments.prefix(3)) == ["api", "mod", "conversations"] && segments.count == 3:
                return .feed("modmail")
            default: return .answer(name)
            }
        }
    )
}
