extension Row {
    static let bluesky = Row(network: "bluesky", folders: ["bluesky": "api"], route: Route.webhooksOnly)
}
