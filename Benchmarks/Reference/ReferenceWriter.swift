import Foundation
import GRDB
import Synchronization

/// Group commit with plain prepared statements: what is queued while one transaction commits goes into the next.
final class ReferenceWriter: Sendable {
    private struct Job: Sendable {
        var row: ReferenceRow
        var done: CheckedContinuation<Void, any Error>
    }

    private struct Queue {
        var jobs: [Job] = []
        var isDraining = false
    }

    private static let largestBatch = 256
    private let database: DatabaseQueue
    private let queue = Mutex(Queue())

    init(path: String) throws {
        var configuration = GRDB.Configuration()
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY"
            )
        }
        database = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Returns when the row is durable.
    func write(_ row: ReferenceRow) async throws {
        try await withCheckedThrowingContinuation { done in
            let starts = queue.withLock { queue in
                queue.jobs.append(Job(row: row, done: done))
                defer { queue.isDraining = true }
                return !queue.isDraining
            }
            if starts { database.asyncWriteWithoutTransaction { self.drain($0) } }
        }
    }

    private func drain(_ database: Database) {
        while true {
            let batch = queue.withLock { queue in
                let batch = Array(queue.jobs.prefix(Self.largestBatch))
                queue.jobs.removeFirst(batch.count)
                queue.isDraining = !batch.isEmpty
                return batch
            }
            guard !batch.isEmpty else { return }
            let outcome = Result { try Self.commit(batch.map(\.row), database) }
            for job in batch { job.done.resume(with: outcome) }
        }
    }

    private static func commit(_ rows: [ReferenceRow], _ database: Database) throws {
        try database.inTransaction(.immediate) {
            let now = Int64(Date().timeIntervalSince1970 * 1000)
            for row in rows { try ReferenceRows(database: database, now: now).insert(row) }
            try database.cachedStatement(
                sql: "INSERT INTO tally VALUES ('messages.inbound', ?1) ON CONFLICT DO UPDATE SET value = value + ?1"
            ).execute(arguments: [rows.count])
            return .commit
        }
    }
}
