extension Row {
    static let x = Row(network: "x", folders: ["x": "api"], route: Route.webhooksOnly)
}
