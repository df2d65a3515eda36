import Foundation
import HarkConnectors
import HarkCore
import Testing

/// A network under test: its connector, and which recordings are held against it.
struct Subject: CustomTestStringConvertible, Sendable {
    var network: String
    var shapes: Set<String>

    static let all = [
        Subject(network: "messenger", shapes: ["webhook"]),
        Subject(network: "instagram", shapes: ["webhook"]),
        Subject(network: "facebook", shapes: ["webhook"]),
        Subject(network: "whatsapp", shapes: ["webhook"]),
        Subject(network: "standard-webhooks", shapes: ["webhook"]),
    ]

    var testDescription: String { network }

    func feedings(of expectation: Expectation) throws -> [Feeding] {
        let connector = try #require(Connectors.all.first { $0.networks.contains(Network(network)) })
        switch expectation.shape {
        case "webhook":
            let webhooks = try #require(connector as? any WebhookConnector)
            return try WebhookFeeding(connector: webhooks, channel: channel).feedings(of: expectation)
        default: return []
        }
    }

    /// What a connector concluded from an error and should not have.
    func wrongConclusions(from expectation: Expectation) throws -> [String] { [] }

    private var channel: Channel {
        Channel(id: Channel.ID("conformance"), network: Network(network), account: "own")
    }
}
