extension Row {
    static let googleBusiness = Row(
        network: "google-business",
        folders: ["google-business": "api"],
        route: Route.webhooksOnly
    )
}
