extension Row {
    static let linkedIn = Row(
        network: "linkedin",
        folders: ["linkedin": "webhook"],
        bodyKeys: ["notifications"],
        route: { $0.object["challengeResponse"] == nil ? .webhook : .answer("challenge") }
    )
}
