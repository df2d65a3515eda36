import HarkCore
import HarkFakes
import HarkServer
import HarkTesting
import Testing

/// The poller against a provider on a real socket that has good and bad days.
struct PollingTests {
    static func channel(_ server: LiveServer) -> Channel {
        Channel(
            id: .init("wire-poll"),
            network: WireConnector.network,
            account: "brand",
            server: server.origin,
            settings: ["mode": "poll"],
            pollInterval: Span(milliseconds: 20)
        )
    }

    /// Runs the service with one polled channel.
    static func run(
        _ provider: ScriptedProvider,
        pace: Pace = .quick,
        timeRuns: Bool = false,
        _ test: (LiveHark) async throws -> Void
    ) async throws {
        let server = try await provider.start()
        try await LiveHark.run(channels: [Brand.channel, channel(server)], pace: pace, timeRuns: timeRuns, test)
        await server.stop()
    }

    /// Waits until the log says that the channel came into a state, and returns the reason. The log keeps what passes quickly.
    static func health(_ hark: LiveHark, _ state: ChannelHealth.State) async throws -> String? {
        let deadline = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < deadline {
            let said = try await hark.store.events(after: 0, limit: 200).filter { $0.kind == .channelHealth }
            if let event = said.first(where: { $0.data["after"] == state.rawValue }) { return event.data["reason"] }
            await hark.events(after: try await hark.store.lastEvent())
        }
        throw Timeout()
    }

    struct Timeout: Error {}

    @Test func pagesAreFollowedAtOnceAndTheCursorMovesWithThem() async throws {
        let provider = ScriptedProvider([
            .init(body: WirePaper.text([1, 2, 3], cursor: 3, more: true)),
            .init(body: WirePaper.text([4, 5, 6], cursor: 6, more: true)),
            .init(body: WirePaper.text([7], cursor: 7)),
        ])
        try await Self.run(provider) { hark async throws in
            let asked = await provider.questions(5).map(\.query)
            #expect(asked == ["after=0", "after=3", "after=6", "after=7", "after=7"])
            #expect(try await hark.store.counts().messages == 7)
            #expect(try await hark.store.cursor(channel: .init("wire-poll"), feed: "posts") == "7")
            #expect(try await hark.store.health()[.init("wire-poll")]?.state == .healthy)
        }
    }

    @Test func aDeadTokenMakesTheChannelUnhealthyWithAReason() async throws {
        let provider = ScriptedProvider([.init(status: 401, body: "no")])
        try await Self.run(provider) { hark async throws in
            #expect(try await Self.health(hark, .unhealthy) == "reconnect needed: HTTP 401")
            // A person has reconnected it: the slow retry finds out.
            #expect(try await Self.health(hark, .healthy) == nil)
            let said = try await hark.store.events(after: 0, limit: 200).filter { $0.kind == .channelHealth }
            #expect(said.map { $0.data["after"] } == ["unhealthy", "healthy"], "each change is said once")
            let channels: ListView<ChannelHealth> = try await hark.call("GET", "/api/v1/channels", as: .agent).json()
            #expect(channels.data.first { $0.id == "wire-poll" }?.state == .healthy)
        }
    }

    @Test(arguments: [(403, "not allowed: HTTP 403"), (404, "not found: HTTP 404"), (422, "rejected: HTTP 422")])
    func whatOnlyAPersonCanCureIsUnhealthy(_ status: Int, _ reason: String) async throws {
        let provider = ScriptedProvider([.init(status: status)])
        try await Self.run(provider) { hark async throws in
            #expect(try await Self.health(hark, .unhealthy) == reason)
        }
    }

    @Test func whatPassesIsTriedAgainAndLosesNothing() async throws {
        let provider = ScriptedProvider([
            .init(status: 500), .init(status: 503), .init(body: WirePaper.text([1], cursor: 1)),
        ])
        try await Self.run(provider) { hark async throws in
            #expect(await provider.questions(4).map(\.query) == ["after=0", "after=0", "after=0", "after=1"])
            #expect(try await hark.store.counts().messages == 1)
            #expect(try await Self.health(hark, .healthy) == nil)
        }
    }

    @Test func aRateLimitIsWaitedOut() async throws {
        let provider = ScriptedProvider([
            .init(status: 429, headers: ["Retry-After": "1"]), .init(body: WirePaper.text([1], cursor: 1)),
        ])
        try await Self.run(provider, timeRuns: true) { hark async throws in
            let started = ContinuousClock.now
            _ = await provider.questions(2)
            #expect(started.duration(to: .now) >= .milliseconds(900))
            #expect(try await Self.health(hark, .healthy) == nil)
        }
    }

    @Test func anUnreadablePageIsKeptOnceAndTheCursorStays() async throws {
        let garbage = ScriptedProvider.Answer(body: "<html>maintenance</html>")
        let provider = ScriptedProvider([garbage, garbage, garbage, .init(body: WirePaper.text([1], cursor: 1))])
        try await Self.run(provider) { hark async throws in
            #expect(
                await provider.questions(5).map(\.query) == ["after=0", "after=0", "after=0", "after=0", "after=1"]
            )
            let kept = try await hark.store.deliveries(undecodedOnly: true, before: nil, limit: 10)
            #expect(kept.map(\.body) == [Array("<html>maintenance</html>".utf8)])
            #expect(try await hark.store.counts().messages == 1)
        }
    }

    @Test func aSilentProviderIsAFailureThatIsTriedAgain() async throws {
        let provider = ScriptedProvider([.init(delay: .seconds(30))])
        var pace = Pace.quick
        pace.firstRetry = .milliseconds(10)
        try await Self.run(provider, pace: pace) { hark async throws in
            #expect(try await Self.health(hark, .failing)?.hasPrefix("timed out") == true)
        }
    }

    @Test func aReloadPollsTheNewChannelsAndForgetsTheOld() async throws {
        let old = ScriptedProvider()
        let new = ScriptedProvider()
        let newServer = try await new.start()
        try await Self.run(old) { hark async throws in
            _ = await old.questions(1)
            var setup = hark.running.setup
            setup.configuration.channels = [Brand.channel, Self.channel(newServer)]
            hark.service.reload(setup)
            #expect(await new.questions(2).count == 2)
        }
        await newServer.stop()
    }
}
