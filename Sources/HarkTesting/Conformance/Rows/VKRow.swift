extension Row {
    static let vk = Row(
        network: "vk",
        folders: ["vk": "webhook"],
        account: "1",
        settings: ["confirmation": "c0de"],
        bodyKeys: ["type", "group_id"],
        route: Route.webhooksOnly
    )
}
