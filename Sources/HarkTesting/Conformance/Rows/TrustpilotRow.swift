extension Row {
    static let trustpilot = Row(network: "trustpilot", folders: ["trustpilot": "api"], route: Route.webhooksOnly)
}
