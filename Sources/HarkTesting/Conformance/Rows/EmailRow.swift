extension Row {
    static let email = Row(network: "email", folders: ["imap": "api"], route: Route.webhooksOnly)
}
