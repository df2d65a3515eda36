import HarkCore
import HarkFakes
import Testing

/// A channel whose usual rhythm stopped says so, and says when it is over.
struct SilenceTests {
    /// Two weeks with twenty messages an hour, up to nine o'clock today.
    private static func busyMemory() async throws -> PassingMemory {
        let start = Instant("2026-11-08T09:00:00Z") ?? Instant(seconds: 0)
        var rhythm = ArrivalRhythm()
        for hour in 0...Int64(14 * 24) { rhythm.arrived(20, at: start + .hours(hour)) }
        let memory = PassingMemory()
        await memory.remember(rhythm.text, as: .rhythm, of: .init("feed"))
        return memory
    }

    @Test func aChannelThatFellSilentIsToldOnceAndItsNextMessageEndsIt() async throws {
        try await PolledNetwork.run([FeedDialect()], memory: try await Self.busyMemory()) { polled in
            var complaints: [String] = []
            for await _ in polled.networks[0].requests {
                complaints = try await polled.complaints(after: 0)
                if !complaints.isEmpty { break }
            }
            #expect(complaints.first?.hasPrefix("failing: silent: nothing has come for") == true)
            polled.networks[0].say(1)
            #expect(try await polled.holds(1))
            for await _ in polled.networks[0].requests {
                let told = try await polled.store.events(after: 0, limit: 100).filter { $0.kind == .channelHealth }
                if told.last?.data["after"] == "healthy", told.last?.data["before"] == "failing" { break }
            }
        }
    }
}
