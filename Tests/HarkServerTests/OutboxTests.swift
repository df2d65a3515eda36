import HarkCore
import HarkFakes
import HarkServer
import HarkTesting
import Testing

/// What must leave, leaves: once, in order, or with a reason why not.
struct OutboxTests {
    static func run(
        _ provider: ScriptedProvider,
        isIdempotent: Bool = false,
        canEdit: Bool = true,
        timeRuns: Bool = false,
        _ test: (LiveHark, Int64) async throws -> Void
    ) async throws {
        let server = try await provider.start()
        var channel = LiveHark.receiver
        channel.server = server.origin
        let connector = WireConnector(isIdempotent: isIdempotent, canEdit: canEdit)
        try await LiveHark.run(channels: [Brand.channel, channel], connector: connector, timeRuns: timeRuns) {
            hark async throws in
            #expect(try await hark.deliver(WirePaper.text([1])).status == 200)
            let page: InboxPage = try await hark.call("GET", "/api/v1/conversations", as: .agent).json()
            try await test(hark, try #require(page.data.first?.id))
        }
        await server.stop()
    }

    static func reply(_ hark: LiveHark, _ id: Int64, _ text: String) async throws {
        let body = try JSONText.object(["text": text, "then": "open"])
        let answer = try await hark.call("POST", "/api/v1/conversations/\(id)/replies", as: .agent, json: body)
        #expect(answer.status == 201, "\(answer.text)")
    }

    /// Waits until our messages have these states, in order.
    static func statuses(_ hark: LiveHark, _ id: Int64, _ wanted: [Message.Status]) async throws -> [Message] {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let file = try await hark.store.file(of: .init(id))
            let ours = (file?.messages ?? []).filter { $0.direction == .outbound }
            if ours.map(\.status) == wanted || ContinuousClock.now > deadline {
                #expect(ours.map(\.status) == wanted)
                return ours
            }
            await hark.events(after: try await hark.store.lastEvent())
        }
    }

    @Test func aReplyLeavesAtOnce() async throws {
        let provider = ScriptedProvider()
        try await Self.run(provider) { hark, id async throws in
            try await Self.reply(hark, id, "Coming.")
            let question = await provider.questions(1).first
            #expect(question?.path == "/send" && question?.body == "Coming.")
            let ours = try await Self.statuses(hark, id, [.sent])
            #expect(ours.first?.networkID.hasPrefix("sent-") == true)
        }
    }

    @Test func repliesOfOneConversationLeaveInOrder() async throws {
        let provider = ScriptedProvider([.init(delay: .milliseconds(100))])
        try await Self.run(provider) { hark, id async throws in
            for part in ["one", "two", "three"] { try await Self.reply(hark, id, part) }
            #expect(await provider.questions(3).map(\.body) == ["one", "two", "three"])
            _ = try await Self.statuses(hark, id, [.sent, .sent, .sent])
        }
    }

    @Test func aRefusalIsFinalAndSaysWhy() async throws {
        let provider = ScriptedProvider([.init(status: 422)])
        try await Self.run(provider) { hark, id async throws in
            try await Self.reply(hark, id, "no")
            #expect(try await Self.statuses(hark, id, [.failed]).first?.statusReason == "rejected: HTTP 422")
        }
    }

    @Test func aPassingFailureIsTriedAgainWithTheSameId() async throws {
        let provider = ScriptedProvider([.init(status: 503)])
        try await Self.run(provider, isIdempotent: true, timeRuns: true) { hark, id async throws in
            try await Self.reply(hark, id, "again")
            let tries = await provider.questions(2)
            #expect(tries.map(\.body) == ["again", "again"])
            #expect(tries[0].idempotencyKey == tries[1].idempotencyKey)
            _ = try await Self.statuses(hark, id, [.sent])
        }
    }

    @Test func anUnknownOutcomeIsNeverRepeatedBlindly() async throws {
        let provider = ScriptedProvider([.init(status: 504)])
        try await Self.run(provider) { hark, id async throws in
            try await Self.reply(hark, id, "maybe")
            let ours = try await Self.statuses(hark, id, [.unknown])
            #expect(ours.first?.statusReason?.contains("504") == true)
        }
    }

    @Test func aDeadTokenKeepsTheReplyAndShowsTheChannel() async throws {
        let provider = ScriptedProvider([.init(status: 401)])
        try await Self.run(provider) { hark, id async throws in
            try await Self.reply(hark, id, "wait")
            _ = await provider.questions(1)
            let deadline = ContinuousClock.now + .seconds(20)
            var record: ChannelHealthRecord?
            while record?.state != .unhealthy, ContinuousClock.now < deadline {
                record = try await hark.store.health()[LiveHark.receiver.id]
                await hark.events(after: try await hark.store.lastEvent())
            }
            #expect(record?.reason == "reconnect needed: HTTP 401")
            _ = try await Self.statuses(hark, id, [.queued])
        }
    }
}
