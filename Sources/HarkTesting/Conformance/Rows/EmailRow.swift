extension Row {
    static let email = Row(
        network: "email",
        folders: ["imap": "api"],
        route: { piece in piece.file.hasSuffix(".eml") ? .feed("INBOX") : .ignored("transcript of a protocol") }
    )
}
