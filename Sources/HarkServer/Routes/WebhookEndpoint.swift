import HarkCore

/// The channels that share one webhook address, and the connector that speaks for them.
struct WebhookEndpoint {
    /// The largest delivery.
    static let bodyLimit = 5 << 20

    /// What is kept of a delivery's headers: nothing that proves or identifies.
    static let keptHeaders: Set = ["content-type", "user-agent", "webhook-id", "webhook-timestamp"]

    let name: String
    private let members: [(channel: Account, connector: any WebhookConnector)]

    /// The endpoint with a name. Throws `unknownChannel` when no channel receives there.
    init(_ name: String, in setup: Setup) throws(Failure) {
        self.name = name
        members = setup.configuration.channels.filter { $0.endpoint == name }.compactMap { channel in
            (setup.connectors.connector(for: channel.network) as? any WebhookConnector).map { (channel, $0) }
        }
        guard !members.isEmpty else {
            throw Failure(.unknownChannel, "no channel receives here; see endpoint: in channels.yaml")
        }
    }

    /// The answer to a provider's verification of the address; nil when it proves nothing.
    func handshake(_ query: [String: String]) -> WebhookAnswer? {
        var answer: WebhookAnswer?
        for (channel, connector) in members {
            let challenge = connector.handshake(query: query, channel: channel)
            answer = answer ?? challenge
        }
        return answer
    }

    /// The answer to a POST that only verifies the address; nil for every delivery.
    func greeting(_ body: [UInt8]) -> WebhookAnswer? {
        members.lazy.compactMap { $0.connector.greeting(body, channel: $0.channel) }.first
    }

    /// What the provider wants to read once the delivery is stored; nil for empty JSON.
    func answer(to body: [UInt8], from senders: [Account]) -> WebhookAnswer? {
        member(senders.first).flatMap { $0.connector.answer(to: body, channel: $0.channel) }
    }

    private func member(_ sender: Account?) -> (channel: Account, connector: any WebhookConnector)? {
        members.first { $0.channel.id == sender?.id }
    }

    /// The channels whose secret signed the delivery. All are tried, so that the time taken tells nothing.
    func authenticate(headers: [HeaderField], body: [UInt8], now: Instant) throws(Failure) -> [Account] {
        let verifier = SignatureVerifier()
        var genuine: [Account] = []
        var isStale = false
        var faults = 0
        for (channel, connector) in members {
            do throws(ConnectorFailure) {
                let authentication = try connector.authentication(of: channel)
                switch verifier.verify(authentication, headers: headers, body: body, now: now) {
                case .genuine: genuine.append(channel)
                case .stale: isStale = true
                case .wrong: break
                }
            } catch {
                faults += 1
            }
        }
        guard genuine.isEmpty else { return genuine }
        if isStale {
            throw Failure(.staleTimestamp, "the signed time is more than five minutes from ours; check both clocks")
        }
        if faults == members.count {
            // The sender may be genuine: asking to come again loses nothing.
            throw Failure(.unavailable, "the channel lacks its secret; see hark config check")
        }
        throw Failure(.badSignature, "the signature does not belong to this body and this channel's secret")
    }

    /// The delivery, read as far as it can be.
    func arrival(from senders: [Account], headers: [HeaderField], body: [UInt8], now: Instant) -> Arrival {
        var kept = headers.filter { Self.keptHeaders.contains($0.name.lowercased()) }
        let decoded: Result<Decoded, DecodingFailure>
        if let (channel, connector) = member(senders.first) {
            if connector.needsArrivalTime { kept += .arrived(at: now) }
            decoded = Result { () throws(DecodingFailure) in
                try connector.decode(body, headers: kept, channel: channel)
            }
        } else {
            decoded = .failure(DecodingFailure("no channel of this endpoint signed it"))
        }
        return Arrival(channels: senders, surface: Delivery.webhookSurface, headers: kept, body: body, decoded: decoded)
    }
}
