extension Row {
    static let hackerNews = Row(network: "hackernews", folders: ["hackernews": "api"], route: Route.webhooksOnly)
}
