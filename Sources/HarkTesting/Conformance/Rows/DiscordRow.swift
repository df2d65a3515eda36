extension Row {
    static let discord = Row(network: "discord", folders: ["discord": "api"], route: Route.webhooksOnly)
}
