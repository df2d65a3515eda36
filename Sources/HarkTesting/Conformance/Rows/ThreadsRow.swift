extension Row {
    static let threads = Row(network: "threads", folders: ["meta/restfb-threads": "api"], route: Route.webhooksOnly)
}
