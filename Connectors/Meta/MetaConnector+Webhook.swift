public import HarkCore

extension MetaConnector: WebhookConnector {
    /// An HMAC over the raw bytes; Meta escapes unicode before it signs, so the bytes must not be written anew.
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(
            header: "X-Hub-Signature-256",
            prefix: "sha256=",
            encoding: .hex,
            key: try channel.secret("app_secret")
        )
    }

    /// Answers the question Meta asks once, when the URL is entered in the app's dashboard.
    public func handshake(query: [String: String], channel: Channel) -> WebhookAnswer? {
        guard query["hub.mode"] == "subscribe", let token = channel.secrets["verify_token"], !token.reveal().isEmpty,
            query["hub.verify_token"] == token.reveal()
        else { return nil }
        return query["hub.challenge"].map(WebhookAnswer.text)
    }

    /// Some events of Messenger bear no time, and an entry may lack its own.
    public var needsArrivalTime: Bool { true }

    /// Reads a batch; items name their account, because one URL serves all pages and numbers of the app.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        do {
            return try DeliveryDecoding.decode(body, of: channel.network, arrived: headers.arrivalTime)
        } catch {
            guard let delivery = try? body.readJSON(ThreadsDelivery.self) else { throw error }
            return delivery.decoded(account: channel.settings["username"] ?? channel.account)
        }
    }
}
