extension Row {
    static let discourse = Row(network: "discourse", folders: ["discourse": "api"], route: Route.webhooksOnly)
}
