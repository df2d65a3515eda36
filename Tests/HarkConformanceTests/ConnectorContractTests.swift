import Foundation
@testable import HarkConformance
import HarkConnectors
import HarkCore
import Testing

/// What holds for every connector, whatever its network. A new one passes all of it, or says why it cannot.
struct ConnectorContractTests {
    static let networks = ConnectorRegistry(Connectors.all).networks
    static let now = Instant(seconds: 1_800_000_000)

    func connector(_ network: Network) throws -> any Connector {
        try #require(ConnectorRegistry(Connectors.all).connector(for: network))
    }

    @Test(arguments: networks)
    func itSaysWhatItsNetworkAllows(_ network: Network) throws {
        let connector = try connector(network)
        let capabilities = connector.capabilities(of: network)
        #expect(!capabilities.kinds.isEmpty)
        #expect(capabilities.textLimit.map { $0.count > 0 } ?? true)
        #expect(!capabilities.canReply || connector is any ReplyingConnector)
        #expect(capabilities.editsReplies == (connector is any EditingConnector))
        #expect(connector is any WebhookConnector || connector is any PollingConnector, "nothing would ever come in")
    }

    @Test(arguments: networks)
    func whatAChannelLacksIsSaidInSentences(_ network: Network) throws {
        let empty = Channel(id: Channel.ID("empty"), network: network, account: "")
        for problem in try connector(network).problems(of: empty) { #expect(problem.contains(" "), "\(problem)") }
    }

    /// A mailbox's answers are no HTTP; what they mean is tested beside that connector.
    @Test(arguments: networks.filter { $0 != Network("email") })
    func errorsOfTheWireMeanTheSameEverywhere(_ network: Network) throws {
        let connector = try connector(network)
        let channel = UniversalChannel.channel(network)
        func failure(_ status: Int, _ fields: [HTTPField] = [], _ body: String = "") -> ConnectorFailure? {
            let response = HTTPResponse(status: status, headers: fields, body: Array(body.utf8))
            return connector.failure(in: response, channel: channel, now: Self.now)
        }
        for status in [500, 502, 503] {
            for body in ["", "<html>down</html>"] {
                guard case .unavailable = failure(status, [], body) else {
                    Issue.record("\(status): \(String(describing: failure(status, [], body)))")
                    continue
                }
            }
        }
        guard case .rateLimited(let until, _) = failure(429, [HTTPField("Retry-After", "120")]) else {
            Issue.record("429: \(String(describing: failure(429)))")
            return
        }
        #expect(until > Self.now && until <= Self.now + .hours(1))
        #expect(failure(200, [], "") == nil || failure(200, [], "")?.isTemporary == false)
    }

    @Test(arguments: networks)
    func noSecretStandsInAnErrorOrAnAddress(_ network: Network) throws {
        let connector = try connector(network)
        let channel = UniversalChannel.channel(network)
        let words = UniversalChannel.secretWords.joined(separator: " ")
        let bodies = [
            #"{"error":{"message":"\#(words)","code":100,"error_code":100,"error_msg":"\#(words)"},"message":"\#(words)"}"#,
            #"{"ok":false,"description":"\#(words)","status":3,"status_message":"\#(words)","code":21211}"#,
            #"{"errors":[{"title":"\#(words)","detail":"\#(words)","message":"\#(words)"}],"error":"\#(words)"}"#,
            words,
        ]
        for status in [200, 400, 401, 403, 404, 429, 500] {
            for body in bodies {
                let response = HTTPResponse(status: status, body: Array(body.utf8))
                let said = connector.failure(in: response, channel: channel, now: Self.now)?.description ?? ""
                #expect(!said.contains("SECRET"), "\(status) \(said)")
            }
        }
        for request in requests(of: connector, channel) where network != Network("telegram") {
            #expect(!request.url.contains("SECRET"), "a secret in the address of \(request.method)")
        }
    }

    /// Telegram's addresses hold the token by its own design; there the transport keeps addresses out of every error.
    private func requests(of connector: any Connector, _ channel: Channel) -> [HTTPRequest] {
        var requests = [try? connector.check(channel)].compactMap { $0 ?? nil }
        if let polling = connector as? any PollingConnector {
            requests += polling.feeds(of: channel).compactMap {
                try? polling.request(for: $0, after: nil, channel: channel)
            }
        }
        if let replying = connector as? any ReplyingConnector {
            requests += MessageKind.allCases.compactMap {
                try? replying.request(for: UniversalChannel.reply("hi", kind: $0), channel: channel)
            }
        }
        return requests
    }

    @Test(arguments: networks)
    func aRepeatedReplyIsTheSameRequest(_ network: Network) throws {
        guard let connector = try connector(network) as? any ReplyingConnector else { return }
        let channel = UniversalChannel.channel(network)
        let capabilities = connector.capabilities(of: network)
        var made = 0
        for kind in capabilities.kinds where capabilities.canReply {
            for thread in ["-1_3", "9:1"] {
                let reply = UniversalChannel.reply("Grüße & mehr", kind: kind, thread: thread)
                guard let first = try? connector.request(for: reply, channel: channel) else { continue }
                #expect(try connector.request(for: reply, channel: channel) == first)
                made += 1
            }
        }
        if capabilities.canReply, made == 0 { print("\(network): no reply could be made for the contract's message") }
    }

    @Test(arguments: networks)
    func anEditIsTheSameRequestEachTimeAndHoldsTheNewText(_ network: Network) throws {
        guard let connector = try connector(network) as? any EditingConnector else { return }
        let channel = UniversalChannel.channel(network)
        var target = UniversalChannel.reply("old", kind: .direct, thread: "9:1").target
        target.author?.handle = "@kim"
        let edit = OutgoingEdit(id: "0123456789abcdef", messageID: "9:7", text: "Größer & mehr", target: target)
        let request = try connector.request(for: edit, channel: channel)
        #expect(try connector.request(for: edit, channel: channel) == request)
        #expect(String(decoding: request.body, as: UTF8.self).contains("Größer"))
        #expect(request.url.hasPrefix("https://provider.example/"))
    }

    @Test(arguments: networks)
    func whatIsNoPayloadIsAFailureAndNoCrash(_ network: Network) throws {
        let connector = try connector(network)
        let channel = UniversalChannel.channel(network)
        for text in [
            "", "null", "7", "[]", "{}", "\"x\"", "[null]", "[[]]", "{\"a\":", "\u{FEFF}{}", "<xml/>", "\\ud83d",
        ] {
            _ = BodyFeeder(connector: connector, channel: channel).feed(Array(text.utf8))
        }
        _ = BodyFeeder(connector: connector, channel: channel).feed([0xFF, 0xFE, 0x00])
    }
}
