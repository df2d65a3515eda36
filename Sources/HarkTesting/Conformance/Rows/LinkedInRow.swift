extension Row {
    static let linkedIn = Row(
        network: "linkedin",
        folders: ["linkedin": "webhook"],
        bodyKeys: ["notifications", "type"],
        route: Route.webhooksOnly
    )
}
