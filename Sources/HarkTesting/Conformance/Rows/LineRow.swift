extension Row {
    static let line = Row(
        network: "line",
        folders: ["line": "webhook"],
        bodyKeys: ["events", "destination"],
        route: Route.webhooksOnly
    )
}
