import HarkConnectors
@testable import HarkCore
import HarkTesting
import Testing

/// What a network would refuse is refused before it is sent, for every network by its own declaration.
struct CapabilityLimitTests {
    static let networks = ConnectorRegistry(Connectors.all).networks
    static let now = Instant(seconds: 1_800_000_000)

    private func check(
        _ network: Network,
        _ text: String,
        _ extras: ReplyExtras? = nil,
        ago: Span = .zero,
        kind: MessageKind? = nil
    ) throws -> Failure.Code? {
        let registry = ConnectorRegistry(Connectors.all)
        let kinds = try #require(registry.connector(for: network)).capabilities(of: network).kinds
        let kind = try #require(kind ?? (kinds.contains(.direct) ? .direct : kinds.min { $0.rawValue < $1.rawValue }))
        let channel = UniversalChannel.channel(network)
        let setup = Setup(
            configuration: Brand(channels: [channel]).configuration,
            triage: Brand().setup.triage,
            connectors: registry
        )
        let said = Self.now - ago
        let conversation = Conversation(
            id: Conversation.ID(1),
            channel: channel.id,
            network: network,
            key: .thread("t"),
            kind: kind,
            isPrivate: kind == .direct,
            team: "support",
            createdAt: said,
            lastMessageAt: said
        )
        let target = Message(
            id: Message.ID(rawValue: 1),
            conversation: conversation.id,
            channel: channel.id,
            networkID: "1",
            direction: .inbound,
            kind: kind,
            isPrivate: kind == .direct,
            text: "?",
            sentAt: said,
            receivedAt: said
        )
        do {
            try ReplyCheck(setup: setup, conversation: conversation, now: Self.now).check(
                text,
                extras: extras,
                to: target
            )
            return nil
        } catch let failure as Failure {
            return failure.code
        }
    }

    private func capabilities(_ network: Network) throws -> Capabilities {
        try #require(ConnectorRegistry(Connectors.all).connector(for: network)).capabilities(of: network)
    }

    @Test(arguments: networks)
    func aTextOverTheLimitIsRefused(_ network: Network) throws {
        let capabilities = try capabilities(network)
        guard capabilities.canReply else {
            #expect(try check(network, "hi") == .unprocessable)
            return
        }
        #expect(try check(network, "hi") == nil)
        guard let limit = capabilities.textLimit else { return }
        #expect(try check(network, String(repeating: "x", count: limit.count)) == nil)
        #expect(try check(network, String(repeating: "x", count: limit.count + 1)) == .textTooLong)
    }

    @Test(arguments: networks)
    func aClosedWindowIsClosedUnlessTheNetworkHasAWayAround(_ network: Network) throws {
        let capabilities = try capabilities(network)
        guard capabilities.canReply, capabilities.kinds.contains(.direct), let window = capabilities.replyWindow else {
            return
        }
        let late = window + .hours(1)
        #expect(try check(network, "hi", ago: window) == nil)
        #expect(try check(network, "hi", ago: late) == .replyWindowClosed)
        let template = ReplyExtras(template: .init(name: "t", language: "en"))
        #expect(try check(network, "hi", template, ago: late) == (capabilities.sendsTemplates ? nil : .unprocessable))
        let person = ReplyExtras(isHumanAgent: true)
        let wanted: Failure.Code? = capabilities.humanAgentWindow == nil ? .unprocessable : nil
        #expect(try check(network, "hi", person, ago: late) == wanted)
    }

    @Test(arguments: networks)
    func moreAnswersToTapThanTheNetworkOffersAreRefused(_ network: Network) throws {
        let capabilities = try capabilities(network)
        guard capabilities.canReply else { return }
        let many = ReplyExtras(choices: Array(repeating: "x", count: capabilities.quickReplies + 1))
        #expect(try check(network, "hi", many) == .unprocessable)
        let media = ReplyExtras(media: ["https://x.example/a.png"])
        #expect(try check(network, "hi", media) == (capabilities.sendsMedia ? nil : .unprocessable))
        let unsafe = ReplyExtras(media: ["http://x.example/a.png"])
        #expect(try check(network, "hi", unsafe) == .unprocessable)
        let isPrivate = ReplyExtras(isPrivateReply: true)
        guard capabilities.kinds.contains(.comment) else { return }
        let wanted: Failure.Code? = capabilities.repliesPrivately ? nil : .unprocessable
        #expect(try check(network, "hi", isPrivate, kind: .comment) == wanted)
    }
}
