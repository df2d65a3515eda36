import GRDB
import HarkCore
import Synchronization

/// Lets concurrent writes share one commit, because an fsync costs milliseconds and a row costs microseconds.
///
/// While one batch commits, the next one gathers. A write's failure undoes only its own changes; a write may therefore run
/// twice, and touches nothing but its ledger. A write's caller continues after the COMMIT that holds it, never before.
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

    /// Commits a batch as one transaction. When a write fails after it changed rows, the batch is done again with a
    /// transaction for each write, so that the failure undoes only its own changes.
    ///
    /// A savepoint for each write would spare the second turn, but makes the full-text index write a segment for each.
    private func commit(_ batch: [Job], _ database: Database) {
        do {
            try transaction(of: batch, database)
        } catch {
            guard batch.count > 1 else { return batch.forEach { $0.fail(error) } }
            for job in batch { commit([job], database) }
        }
    }

    /// Runs the writes and commits. A write that fails before it changed anything only fails for its caller.
    private func transaction(of batch: [Job], _ database: Database) throws {
        var refused: [(job: Job, error: any Error)] = []
        var done: [@Sendable () -> Void] = []
        do {
            try database.beginTransaction(.immediate)
            let ledger = SQLiteLedger(database)
            for job in batch {
                let changes = database.totalChangesCount
                do {
                    done.append(try job.perform(ledger))
                } catch {
                    guard database.isInsideTransaction, database.totalChangesCount == changes else { throw error }
                    refused.append((job, error))
                }
            }
            try ledger.finish()
            try database.commit()
        } catch {
            // A full disk rolls the whole transaction back by itself.
            if database.isInsideTransaction { try database.rollback() }
            throw error
        }
        for (job, error) in refused { job.fail(error) }
        for resume in done { resume() }
    }
}
