extension Row {
    static let viber = Row(
        network: "viber",
        folders: ["viber": "webhook"],
        bodyKeys: ["event"],
        route: Route.webhooksOnly
    )
}
