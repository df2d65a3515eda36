extension Row {
    static let reddit = Row(network: "reddit", folders: ["reddit": "cassette"], route: Route.webhooksOnly)
}
