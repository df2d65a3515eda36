import GRDB
import HarkCore
import Synchronization

/// Lets concurrent writes share one commit, because an fsync costs milliseconds and a row costs microseconds.
///
/// While one batch commits, the next one gathers. Each write stands behind a savepoint of its own: its failure undoes only
/// its own changes. A write's caller continues after the COMMIT that holds it, never before.
final class GroupCommit: Sendable {
    /// One write: runs inside the transaction and hands back what to do once it is durable.
    struct Job: Sendable {
        let perform: @Sendable (SQLiteLedger) throws -> @Sendable () -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private struct Queue {
        var waiting: [Job] = []
        var isDraining = false
    }

    private static let largestBatch = 256
    private let pool: DatabasePool
    private let queue = Mutex(Queue())

    init(pool: DatabasePool) { self.pool = pool }

    func submit(_ job: Job) {
        let starts = queue.withLock { queue in
            queue.waiting.append(job)
            defer { queue.isDraining = true }
            return !queue.isDraining
        }
        guard starts else { return }
        pool.asyncWriteWithoutTransaction { database in self.drain(database) }
    }

    private func nextBatch() -> [Job] {
        queue.withLock { queue in
            let batch = Array(queue.waiting.prefix(Self.largestBatch))
            queue.waiting.removeFirst(batch.count)
            queue.isDraining = !batch.isEmpty
            return batch
        }
    }

    private func drain(_ database: Database) {
        while case let batch = nextBatch(), !batch.isEmpty {
            commit(batch, database)
        }
    }

    private func commit(_ batch: [Job], _ database: Database) {
        var finished: [(job: Job, resume: @Sendable () -> Void)] = []
        do {
            try database.beginTransaction(.immediate)
            let ledger = SQLiteLedger(database)
            for job in batch {
                do {
                    finished.append((job, try perform(job, ledger, database)))
                } catch {
                    job.fail(error)
                    guard database.isInsideTransaction else { throw error }
                }
            }
            try ledger.flushTallies()
            try database.commit()
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            // Not durable: nobody may be told that it was stored.
            for (job, _) in finished { job.fail(error) }
            return
        }
        for (_, resume) in finished { resume() }
    }

    private func perform(
        _ job: Job,
        _ ledger: SQLiteLedger,
        _ database: Database
    ) throws -> @Sendable () -> Void {
        try database.cachedStatement(sql: "SAVEPOINT job").execute()
        do {
            let resume = try job.perform(ledger)
            try database.cachedStatement(sql: "RELEASE SAVEPOINT job").execute()
            ledger.keepTallies()
            return resume
        } catch {
            ledger.dropTallies()
            // A full disk rolls the whole transaction back by itself; then there is no savepoint left.
            if database.isInsideTransaction {
                try database.execute(sql: "ROLLBACK TO SAVEPOINT job; RELEASE SAVEPOINT job")
            }
            throw error
        }
    }
}
