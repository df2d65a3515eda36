extension Row {
    static let twilio = Row(network: "twilio", folders: ["twilio": "webhook"], route: Route.webhooksOnly)
}
