import HarkCore

/// Gives a body to every surface a connector has.
struct BodyFeeder {
    var connector: any Connector
    var channel: Channel

    /// What each surface made of it, in a fixed order.
    func feed(_ body: [UInt8]) -> [Result<Decoded, DecodingFailure>] {
        var results: [Result<Decoded, DecodingFailure>] = []
        if let webhooks = connector as? any WebhookConnector {
            _ = webhooks.greeting(body, channel: channel)
            _ = webhooks.answer(to: body, channel: channel)
            results.append(
                Result { () throws(DecodingFailure) in
                    try webhooks.decode(body, headers: .arrived(at: Instant(seconds: 1)), channel: channel)
                }
            )
        }
        if let polling = connector as? any PollingConnector {
            for feed in polling.feeds(of: channel) {
                let response = HTTPResponse(status: 200, body: body)
                results.append(
                    Result { () throws(DecodingFailure) in
                        try polling.page(response, of: feed, after: nil, channel: channel).decoded
                    }
                )
            }
        }
        return results
    }
}
