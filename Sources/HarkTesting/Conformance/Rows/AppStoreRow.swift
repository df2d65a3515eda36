extension Row {
    static let appStore = Row(network: "app-store", folders: ["app-store": "api"], route: Route.webhooksOnly)
}
