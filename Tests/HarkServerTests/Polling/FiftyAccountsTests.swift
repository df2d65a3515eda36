import Foundation
import HarkCore
import HarkFakes
import Testing

/// One process, fifty accounts, one of them behind a provider that never answers.
struct FiftyAccountsTests {
    @Test func fiftyAccountsArePolledAtOnceAndASlowOneDelaysNoOther() async throws {
        let before = Self.residentMegabytes
        let started = ContinuousClock.now
        try await PolledNetwork.run(
            [MastodonDialect(allowed: 1_000_000), MuteDialect()],
            copies: 25,
            speed: .seconds(2),
            // No mute call ends before the test does: whoever waited for one would wait for ever.
            patience: .hours(1),
            prepare: { networks in
                networks[0].say(20)
                networks[1].order(Array(repeating: .timeout, count: 1000))
            }
        ) { polled in
            #expect(try await polled.holds(25 * 20, within: 5000))
            let took = started.duration(to: .now)
            let health = try await polled.store.health()
            #expect(health.filter { $0.key.rawValue.hasPrefix("fedi") && $0.value.state == .healthy }.count == 25)
            let requests = polled.networks.map(\.budget.requests)
            print(
                "fifty accounts: 25 answered and 25 mute, 500 messages in \(took), \(requests[0]) + \(requests[1])"
                    + " requests, resident memory \(before) → \(Self.residentMegabytes) MB"
            )
        }
    }

    private static var residentMegabytes: Int {
        let pages = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
        return (pages?.dropFirst().first.flatMap { Int($0) } ?? 0) * 4096 / 1_048_576
    }
}

/// A provider that speaks like another and gets no word out.
private struct MuteDialect: FakeDialect {
    private let other = BlueskyDialect()
    let network = "bluesky"
    let allowed = 1_000_000.0

    func channel(origin: String) -> Channel { other.channel(origin: origin) }
    func isFeed(_ call: FakeCall) -> Bool { true }
    func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        other.answer(call, world, order: order)
    }
    func grant(for call: FakeCall) -> FakeAnswer? { other.grant(for: call) }
}
