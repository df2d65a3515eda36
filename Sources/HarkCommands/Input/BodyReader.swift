import HarkCore

/// Hands a body to a connector the way the service would.
struct BodyReader {
    var connector: any Connector
    var network: Network
    var account: String
    var feed: String?

    /// What the connector makes of it: as a page of the feed, as a webhook, or as a page of any of its feeds.
    func read(_ body: [UInt8]) -> Result<Decoded, DecodingFailure> {
        let channel = Channel(id: Channel.ID(network.rawValue), network: network, account: account)
        if let feed { return page(body, of: feed, channel) }
        if let webhooks = connector as? any WebhookConnector {
            let decoded = Result { () throws(DecodingFailure) in
                try webhooks.decode(body, headers: .arrived(at: Instant(milliseconds: 0)), channel: channel)
            }
            if case .success = decoded { return decoded }
            let pages = feeds(channel).map { page(body, of: $0, channel) }
            return pages.first { if case .success = $0 { true } else { false } } ?? decoded
        }
        let pages = feeds(channel).map { page(body, of: $0, channel) }
        let read = pages.first { if case .success = $0 { true } else { false } }
        return read ?? pages.first ?? .failure(DecodingFailure("\(network) gathers in no way that reads a body"))
    }

    private func feeds(_ channel: Channel) -> [String] {
        (connector as? any PollingConnector)?.feeds(of: channel) ?? []
    }

    private func page(_ body: [UInt8], of feed: String, _ channel: Channel) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            guard let polling = connector as? any PollingConnector else {
                throw DecodingFailure("\(network) is not polled and has no feed “\(feed)”")
            }
            return try polling.page(HTTPResponse(status: 200, body: body), of: feed, after: nil, channel: channel)
                .decoded
        }
    }
}
