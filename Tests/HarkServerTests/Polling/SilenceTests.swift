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
            let told = try await polled.log(until: .alertQueued).last
            #expect(told?.data["cause"] == "channel_silent" && told?.data["detail"]?.contains("are usual") == true)
            #expect(try await polled.isAlertOpen(.channelSilent))
            polled.networks[0].say(1)
            #expect(try await polled.holds(1))
            for await _ in polled.networks[0].requests {
                let told = try await polled.store.events(after: 0, limit: 100).filter { $0.kind == .channelHealth }
                if told.last?.data["after"] == "healthy", told.last?.data["before"] == "failing" { break }
            }
            while try await polled.isAlertOpen(.channelSilent) { await Task.yield() }
        }
    }
}

extension PolledNetwork {
    /// The log up to the first event of a kind, once there is one.
    fileprivate func log(until kind: Event.Kind) async throws -> [Event] {
        for await _ in networks[0].requests {
            let events = try await store.events(after: 0, limit: 200)
            if let place = events.firstIndex(where: { $0.kind == kind }) { return Array(events[...place]) }
        }
        return []
    }

    fileprivate func isAlertOpen(_ cause: Alert.Cause) async throws -> Bool {
        try await store.write { try $0.openAlert(key: AlertOccasion.key(cause, "feed")) != nil }
    }
}
