extension Row {
    static let matrix = Row(network: "matrix", folders: ["matrix": "api"], route: Route.webhooksOnly)
}
