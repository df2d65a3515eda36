extension Row {
    static let appStore = reviews("app-store")
    static let googleBusiness = reviews("google-business")
    static let trustpilot = reviews("trustpilot")

    /// Review sites answer with lists; settings and lists of addresses are no reviews.
    private static func reviews(_ network: String) -> Row {
        Row(
            network: network,
            folders: [network: "api"],
            bodyKeys: ["reviews", "data", "errors", "error"],
            route: { piece in
                let isList = piece.object["reviews"] is [Any] || piece.object["data"] is [Any]
                return isList
                    ? .feed("reviews") : .answer(piece.endpoint.isEmpty ? "no list of reviews" : piece.endpoint)
            }
        )
    }
}
