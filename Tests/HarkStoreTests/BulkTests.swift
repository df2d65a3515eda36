import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// Thousands of conversations changed by one act and taken back by one. HARK_BULK sets how many; the suite takes 500.
@Suite struct BulkTests {
    @Test func aBulkActUndoneLeavesTheProjectionAsItWas() async throws {
        let count = ProcessInfo.processInfo.environment["HARK_BULK"].flatMap { Int($0) } ?? 500
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        let clock = TestClock("2026-11-23T09:00:00Z")
        let running = Running(Brand().setup)
        let intake = Intake(store: store, running: running, clock: clock)
        for start in stride(from: 0, to: count, by: 500) {
            let drafts = (start..<min(start + 500, count)).map {
                Inbound.Change.message(.direct("b\($0)", from: "u\($0)", "hello", at: clock.now))
            }
            _ = try await intake.take(.toy(drafts))
        }
        let desk = LocalDesk(
            store: store,
            running: running,
            transport: NoTransport(),
            mint: CountingMint(),
            clock: clock,
            actor: .agent("ana")
        )
        let before = try await hash(store, clock.now)
        #expect(before.ids.count == count)
        let started = ContinuousClock.now
        let deed = Deed(change: ConversationChange(addTags: ["bulk"]))
        let act = try await desk.act(ActCommand(ids: before.ids, deed: deed))
        let tagged = ContinuousClock.now
        #expect(act.outcomes.allSatisfy { $0.error == nil })
        #expect(try await hash(store, clock.now).value != before.value)
        let undone = try await desk.undo(nil)
        print("\(count) tagged in \(started.duration(to: tagged)), undone in \(tagged.duration(to: .now))")
        #expect(undone.outcomes.count == count && undone.outcomes.allSatisfy { $0.error == nil })
        #expect(try await hash(store, clock.now).value == before.value)
    }

    /// Every conversation's row but its version, which counts on, and the ids.
    private func hash(_ store: SQLiteStore, _ now: Instant) async throws -> (value: Int, ids: [Int64]) {
        var hasher = Hasher()
        var ids: [Int64] = []
        var position: InboxPosition?
        while case let page = try await store.conversations(matching: .all, after: position, limit: 1000, now: now),
            !page.isEmpty
        {
            for var conversation in page {
                conversation.version = 0
                hasher.combine(conversation)
                ids.append(conversation.id.rawValue)
            }
            position = page.last.map { InboxPosition($0) }
        }
        return (hasher.finalize(), ids)
    }
}
