extension Row {
    static let youTube = Row(network: "youtube", folders: ["youtube": "api"], route: Route.webhooksOnly)
}
