extension Row {
    static let slack = Row(network: "slack", folders: ["slack": "webhook"], route: Route.webhooksOnly)
}
