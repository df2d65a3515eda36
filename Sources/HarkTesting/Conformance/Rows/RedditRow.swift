import Foundation

extension Row {
    static let reddit = Row(
        network: "reddit",
        folders: ["reddit": "cassette"],
        account: "<USERNAME>",
        route: { piece in
            if piece.isAnonymous { return piece.redditShape }
            let segments = piece.segments.filter { !$0.hasSuffix("reddit.com") }
            let name = "\(piece.method) /\(segments.prefix(2).joined(separator: "/"))"
            guard piece.method == "GET" else { return .answer(name) }
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

extension Piece {
    fileprivate var redditShape: Row.Route {
        if object["conversations"] != nil { return .feed("modmail") }
        let children = (object["data"] as? [String: Any])?["children"] as? [[String: Any]] ?? []
        let isInbox = children.contains { ["t1", "t4"].contains($0["kind"] as? String ?? "") }
        return isInbox ? .feed("inbox") : .answer("an answer to another call")
    }
}
