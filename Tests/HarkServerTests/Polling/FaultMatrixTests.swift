import HarkConnectors
import HarkCore
import HarkFakes
import HarkTesting
import Testing

/// Every poller against every trouble, over real HTTP: nothing lost, nothing doubled, the channel says what happens, and no
/// call is made that the provider did not allow.
struct FaultMatrixTests {
    /// A trouble, and what the channel's health must say of it; nil for nothing, because the poller copes.
    struct Trouble: Sendable {
        var name: String
        var orders: [FakeTrouble]
        var complaint: String?
    }

    static let troubles = [
        Trouble(name: "none", orders: []),
        Trouble(name: "429 with a time", orders: [.tooMany(seconds: 90)], complaint: "rate limited"),
        Trouble(name: "429 without", orders: [.tooMany(seconds: nil)], complaint: "rate limited"),
        Trouble(name: "500", orders: [.status(500), .status(500)], complaint: "unavailable"),
        Trouble(name: "503", orders: [.status(503)], complaint: "unavailable"),
        Trouble(name: "timeout", orders: [.timeout], complaint: "timed out"),
        Trouble(name: "torn body", orders: [.tornBody], complaint: "failing"),
        Trouble(name: "invalid JSON", orders: [.invalidJSON], complaint: "cannot be read"),
        Trouble(name: "401", orders: [.unauthorised]),
        Trouble(name: "clock skew", orders: [.clockSkew, .clockSkew]),
        Trouble(name: "duplicate page", orders: [.pass, .duplicatePage]),
        Trouble(name: "page out of order", orders: [.shuffledPage, .shuffledPage]),
        Trouble(name: "empty page", orders: [.emptyPage, .emptyPage]),
        Trouble(name: "cursor expired", orders: [.cursorExpired]),
    ]

    static let dialects: [any FakeDialect] = [
        AppStoreDialect(), BlueskyDialect(), DiscordDialect(), DiscourseDialect(), FeedDialect(),
        GoogleBusinessDialect(), GraphDialect("facebook"), GraphDialect("instagram"), GraphDialect("messenger"),
        GraphDialect("threads"), HackerNewsDialect(), MastodonDialect(), MatrixDialect(), RedditDialect(),
        TelegramDialect(), TrustpilotDialect(), XDialect(), YouTubeDialect(),
    ]

    /// A poller that nobody troubles is a gap in this table. E-mail has no HTTP to trouble but trouble of its own:
    /// ``MailboxFaultTests``.
    @Test func everyPollerIsInTheMatrix() {
        let polled = Connectors.all.filter { $0 is any PollingConnector }.flatMap(\.networks).map(\.rawValue)
        // WhatsApp keeps no history that could be asked for.
        #expect(Set(polled).subtracting(["email", "whatsapp"]) == Set(Self.dialects.map(\.network)))
    }

    @Test(arguments: dialects.indices)
    func nothingIsLostOrDoubledWhateverTheProviderDoes(_ index: Int) async throws {
        let dialect = Self.dialects[index]
        try await PolledNetwork.run([dialect], prepare: { $0[0].say(12) }) { polled in
            let network = polled.networks[0]
            #expect(try await polled.holds(12), "\(dialect.network): first connection")
            var total: Int64 = 12
            for trouble in Self.troubles where dialect.canMeet(trouble) {
                let position = try await polled.store.lastEvent()
                network.order(trouble.orders)
                network.say(12)
                total += 12
                #expect(try await polled.holds(total), "\(dialect.network): \(trouble.name)")
                // Hours pass in a moment here: that a channel has been silent for long is true and no trouble.
                var complaints = try await polled.complaints(after: position).filter { !$0.contains("silent:") }
                if let wanted = trouble.complaint {
                    if !complaints.contains(where: { $0.contains(wanted) }) {
                        complaints = try await polled.complaints(after: position, until: wanted)
                    }
                    #expect(
                        complaints.contains { $0.contains(wanted) },
                        "\(dialect.network): \(trouble.name) \(complaints)"
                    )
                } else if trouble.name != "401" {
                    // A machine with too much to do may be late by itself.
                    let told = complaints.filter { !$0.contains("timed out") }
                    #expect(told.isEmpty, "\(dialect.network): \(trouble.name)")
                }
            }
            try await Self.check(polled, total: total)
        }
    }

    private static func check(_ polled: PolledNetwork, total: Int64) async throws {
        let network = polled.networks[0]
        let budget = network.budget
        let rows = try await polled.store.conversations(matching: .all, after: nil, limit: 1000, now: polled.clock.now)
        var texts: [String] = []
        for row in rows { texts += try await polled.store.file(of: row.id)?.messages.map(\.text) ?? [] }
        #expect(texts.count == Int(total) && Set(texts).count == Int(total), "nothing is doubled")
        #expect(budget.overdrawn == 0, "\(network.dialect.network): \(budget.overdrawn) requests were not allowed")
        #expect(budget.peak <= budget.allowed)
        print(
            "faults \(network.dialect.network): \(total) messages, \(budget.requests) requests; at most"
                + " \(Int(budget.peak)) of \(Int(budget.allowed)) allowed in \(budget.window.milliseconds / 1000) s,"
                + " \(budget.overdrawn) beyond"
        )
    }
}

extension FakeDialect {
    /// A feed without pages has no page before, and a cursor that cannot end does not.
    fileprivate func canMeet(_ trouble: FaultMatrixTests.Trouble) -> Bool {
        !trouble.orders.contains(.cursorExpired) || Self.endingCursors.contains(network)
    }

    private static var endingCursors: Set<String> {
        [
            "app-store", "bluesky", "facebook", "google-business", "instagram", "matrix", "messenger", "reddit",
            "threads",
            "x", "youtube",
        ]
    }
}
