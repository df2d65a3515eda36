import Foundation
import HarkConnectors
import HarkCore
import Testing

/// A network under test: its connector, and which recordings are held against it.
struct Subject: Sendable {
    var network: String
    var shapes: Set<String>

    static let all = [
        Subject(network: "mastodon", shapes: ["api", "cassette", "stream", "webhook"]),
        Subject(network: "telegram", shapes: ["api", "cassette", "stream", "webhook"]),
        Subject(network: "messenger", shapes: ["webhook"]),
        Subject(network: "instagram", shapes: ["webhook"]),
        Subject(network: "facebook", shapes: ["webhook"]),
        Subject(network: "whatsapp", shapes: ["webhook"]),
        Subject(network: "standard-webhooks", shapes: ["webhook"]),
    ]

    /// What the connector makes of a file: one feeding for every body in it that belongs to a surface Hark reads.
    func feedings(of expectation: Expectation) throws -> [Feeding] {
        if expectation.shape == "webhook" {
            let webhooks = try #require(try connector as? any WebhookConnector)
            return try WebhookFeeding(connector: webhooks, channel: channel).feedings(of: expectation)
        }
        let poller = try #require(try connector as? any PollingConnector)
        return try PollFeeding(connector: poller, channel: channel).feedings(of: expectation)
    }

    /// Where the connector saw an error in a good answer, none in a bad one, or drew the wrong conclusion.
    func wrongConclusions(from expectation: Expectation) throws -> [String] {
        guard expectation.shape == "api" || expectation.shape == "cassette" else { return [] }
        let wanted = Conclusion.all(in: expectation.error ?? "").filter { !$0.sentence.isEmpty }
        let exchanges = try Exchange.all(of: expectation)
        return try exchanges.enumerated().compactMap { call, exchange in
            let now = Instant(seconds: 1_800_000_000)
            let failure = try connector.failure(in: exchange.response, channel: channel, now: now)
            guard let conclusion = wanted.first(where: { $0.call ?? call == call }) else {
                return failure.map { "call \(call): no error expected, got \($0)" }
            }
            if conclusion.agrees(with: failure) { return nil }
            return "call \(call): expected “\(conclusion.sentence)”, got \(failure?.description ?? "no error")"
        }
    }

    private var connector: any Connector {
        get throws { try #require(Connectors.all.first { $0.networks.contains(Network(network)) }) }
    }

    private var channel: Channel {
        Channel(id: Channel.ID("conformance"), network: Network(network), account: "@hark")
    }
}
