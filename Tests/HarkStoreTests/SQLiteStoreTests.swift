import GRDB
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

@Suite struct SQLiteStoreTests {
    private let folder: ScratchFolder
    private let store: SQLiteStore
    private let contract: StoreContract

    init() throws {
        folder = try ScratchFolder()
        store = try SQLiteStore(path: folder.path("hark.sqlite"))
        contract = StoreContract(store)
    }

    @Test func theWriterSyncsEveryCommit() throws { #expect(try store.synchronous() == 2) }

    @Test func aMessageTwiceIsOneMessage() async throws { try await contract.aMessageTwiceIsOneMessage() }

    @Test func aFailingWriteUndoesOnlyItsOwnChanges() async throws {
        try await contract.aFailingWriteUndoesOnlyItsOwnChanges()
    }

    @Test func hostileTextSurvives() async throws { try await contract.hostileTextSurvives() }

    @Test func pagesShowEveryConversationOnceWorstFirst() async throws {
        try await contract.pagesShowEveryConversationOnceWorstFirst()
    }

    @Test func anOutboxItemIsLeasedOnce() async throws { try await contract.anOutboxItemIsLeasedOnce() }

    @Test func undecodedBytesAreKeptOnce() async throws { try await contract.undecodedBytesAreKeptOnce() }

    @Test func theFirstPageOfTheOpenInboxIsReadFromTheIndex() throws {
        let plan = try DatabaseQueue(path: folder.path("hark.sqlite")).read { database in
            try Row.fetchAll(
                database,
                sql: """
                    EXPLAIN QUERY PLAN SELECT * FROM conversation c WHERE c.state = 'open'
                    ORDER BY c.due_order, c.urgency_order, c.created_at, c.id LIMIT 50
                    """
            ).map { $0["detail"] as String }
        }
        #expect(plan.joined().contains("conversation_inbox"))
        #expect(!plan.joined().contains("TEMP B-TREE"))
    }

    @Test func whatWasCommittedIsThereAfterReopening() async throws {
        let clock = TestClock("2026-11-23T09:00:00Z")
        let intake = Intake(store: store, running: Running(Brand().setup), clock: clock)
        _ = try await intake.take(.toy([.message(.direct("m1", "hello", at: clock.now))], cursor: "7"))
        try store.close()
        let again = try SQLiteStore(path: folder.path("hark.sqlite"))
        #expect(try await again.counts().messages == 1)
        #expect(try await again.cursor(channel: Brand.channel.id, feed: Delivery.webhookSurface) == "7")
    }
}
