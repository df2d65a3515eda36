extension Row {
    static let vk = Row(network: "vk", folders: ["vk": "webhook"], bodyKeys: ["type"], route: Route.webhooksOnly)
}
