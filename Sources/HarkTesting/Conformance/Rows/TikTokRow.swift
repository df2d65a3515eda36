extension Row {
    static let tikTok = Row(
        network: "tiktok",
        folders: ["tiktok": "webhook"],
        bodyKeys: ["event", "content"],
        route: Route.webhooksOnly
    )
}
