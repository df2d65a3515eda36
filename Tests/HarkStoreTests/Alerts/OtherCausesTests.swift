import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// What is no clock takes the same road.
@Suite struct OtherCausesTests {
    @Test func aChannelThatStopsIsToldOnceAndResolvedWhenItWorks() async throws {
        let scene = try AlertScene()
        let setup = scene.running.setup
        let now = scene.clock.now
        for detail in ["HTTP 401", "HTTP 401", "HTTP 403"] {
            try await scene.store.write { ledger in
                let occasion = AlertOccasion.channel(.init("shop"), .channelUnhealthy, detail: detail, team: "support")
                try ledger.raise(occasion, setup: setup, at: now)
            }
        }
        let mails = try await scene.pass()
        #expect(mails.map(\.to) == ["lea@brand.example"])
        #expect(mails.first?.bulletin.entries.first?.alert.detail == "HTTP 403")
        try await scene.store.write { ledger in
            let key = AlertOccasion.key(.channelUnhealthy, "shop")
            try ledger.resolveAlert(key: key, setup: setup, at: now)
        }
        #expect(try await scene.pass(.hours(10), every: .hours(1)).isEmpty)
    }

    @Test func aQueueThatNobodyLooksAfterIsToldUntilSomebodyDoes() async throws {
        let scene = try AlertScene { configuration in
            configuration.policies = []
            configuration.alerts.unattended = .init(after: .minutes(30))
        }
        let watch = QueueWatch(store: scene.store, running: scene.running, clock: scene.clock)
        let id = try await scene.asked("kim")
        #expect(try await watch.look() == 0)
        _ = try await scene.pass(.minutes(31))
        #expect(try await watch.look() == 1)
        #expect(try await watch.look() == 0, "once")
        let mail = try #require(try await scene.pass().first)
        #expect(mail.bulletin.entries.first?.alert.detail.hasPrefix("#\(id) waits since 2026-11-23 09:00 UTC") == true)
        _ = try await scene.desk.change(id, ConversationChange(assignee: "ana"))
        #expect(try await watch.look() == 1)
        #expect(try await scene.alerts().isEmpty)
    }

    @Test func aSpikeIsToldOnceUntilItHasCooledDown() async throws {
        let scene = try AlertScene { configuration in
            configuration.policies = []
            configuration.alerts.spikes = .init()
        }
        let watch = SpikeWatch(store: scene.store, running: scene.running, clock: scene.clock)
        for week in 1...4 {
            for number in 0..<5 { try await scene.asked("w\(week)-\(number)", ago: .days(Int64(week) * 7)) }
        }
        for number in 0..<19 { try await scene.asked("s\(number)") }
        #expect(try await watch.look() == 0, "19 are fewer than the minimum")
        for number in 19..<40 { try await scene.asked("s\(number)") }
        #expect(try await watch.look() == 1)
        #expect(try await watch.look() == 0)
        let mails = try await scene.pass()
        let detail = mails.first?.bulletin.entries.first?.alert.detail
        #expect(detail == "observed 40 this hour, usual 5, factor 8.0")
        #expect(try await scene.pass(.hours(7), every: .minutes(30)).isEmpty)
        #expect(try await scene.alerts().isEmpty, "cooled down")
    }
}
