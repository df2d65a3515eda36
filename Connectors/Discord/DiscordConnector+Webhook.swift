public import HarkCore

extension DiscordConnector: WebhookConnector {
    /// An Ed25519 signature over time and body (Discord, “Security and authorization”).
    public func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .signed(
            SignatureScheme(
                .ed25519(publicKey: try channel.secret("public_key")),
                signature: .field("X-Signature-Ed25519", prefix: ""),
                encoding: .hex,
                timestamp: .field("X-Signature-Timestamp", prefix: ""),
                signed: [.timestamp, .body]
            )
        )
    }

    /// Reads an event of the application. Messages of channels are not among them; they are asked for.
    public func decode(_ body: [UInt8], headers: [HTTPField], channel: Channel) throws(DecodingFailure) -> Decoded {
        let call = try body.readJSON(DiscordCall.self)
        guard let event = call.event else {
            guard let type = call.type?.integer else { throw DecodingFailure("neither an event nor an interaction") }
            return Decoded(skipped: [call.isPing ? "ping" : "interaction \(type)"])
        }
        var decoded = Decoded()
        DiscordReading(account: channel.account, privatePlaces: []).add(event, to: &decoded)
        return decoded
    }

    /// A ping of the interactions wants itself back; everything else an empty 204. Nothing is said before the signature was
    /// verified: Discord tries wrong ones, and takes an address away that accepts them.
    public func answer(to body: [UInt8], channel: Channel) -> WebhookAnswer? {
        guard let call = try? body.readJSON(DiscordCall.self) else { return nil }
        return call.isInteractionPing ? WebhookAnswer([.text(#"{"type":1}"#)]) : .nothing
    }
}
