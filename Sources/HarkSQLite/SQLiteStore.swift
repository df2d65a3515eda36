public import HarkCore
import Foundation
import GRDB

/// The store of one node: one SQLite file, WAL, `synchronous=FULL`, one writer with group commit, many readers.
///
/// Nothing outside this module knows SQL or GRDB. Writes live in ``SQLiteLedger``, reads in `SQLiteStore+Reading`.
public final class SQLiteStore: Store {
    let pool: DatabasePool
    private let commits: GroupCommit

    /// Opens or creates the database file and brings its schema up to date. Throws ``Failure`` with code `storage`.
    public init(path: String) throws {
        do {
            var configuration = GRDB.Configuration()
            configuration.label = "hark"
            configuration.busyMode = .timeout(10)
            configuration.maximumReaderCount = 4
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA cache_size = -8192; PRAGMA temp_store = MEMORY")
                QueryFunctions.install(in: database)
            }
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            pool = try DatabasePool(path: path, configuration: configuration)
            try Self.migrator.migrate(pool)
            try pool.writeWithoutTransaction { database in
                // DatabasePool itself sets NORMAL, which may lose the last commits on a power cut. Sixteen megabytes of
                // log between checkpoints write a page that changes often into the file once, not four times.
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
            }
            commits = GroupCommit(pool: pool)
            guard try synchronous() == 2 else {
                throw Failure(
                    .storage,
                    "the database does not accept synchronous=FULL; refusing to run without durability"
                )
            }
        } catch let failure as Failure {
            throw failure
        } catch {
            throw Failure(.storage, "cannot open the database \(path): \(error)")
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration(Foundation0001.name) { try Foundation0001.migrate($0) }
        migrator.registerMigration(ServiceLevel0002.name) { try ServiceLevel0002.migrate($0) }
        migrator.registerMigration(Alerts0003.name) { try Alerts0003.migrate($0) }
        migrator.registerMigration(Desk0004.name) { try Desk0004.migrate($0) }
        migrator.registerMigration(ChannelMemory0005.name) { try ChannelMemory0005.migrate($0) }
        migrator.registerMigration(ReplyContext0006.name) { try ReplyContext0006.migrate($0) }
        migrator.registerMigration(Corrections0007.name) { try Corrections0007.migrate($0) }
        return migrator
    }

    /// `PRAGMA synchronous` of the writer: 2 is FULL.
    public func synchronous() throws -> Int {
        try pool.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
    }

    /// Empties the page caches of all connections; what is needed is read again.
    public func releaseMemory() { pool.releaseMemory() }

    /// Closes the file after moving the write-ahead log into it.
    public func close() throws {
        try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try pool.close()
    }

    /// Runs a decision inside a transaction that it may share with others; returns once the commit is durable.
    public func write<Result: Sendable>(
        _ work: @escaping @Sendable (any Ledger) throws -> Result
    ) async throws -> Result {
        try await withCheckedThrowingContinuation { continuation in
            commits.submit(
                .init(
                    perform: { ledger in
                        let result = try work(ledger)
                        return { continuation.resume(returning: result) }
                    },
                    fail: { continuation.resume(throwing: Self.failure($0)) }
                )
            )
        }
    }

    func read<Result: Sendable>(_ work: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
        do {
            return try await pool.read(work)
        } catch {
            throw Self.failure(error)
        }
    }

    private static func failure(_ error: any Error) -> any Error {
        guard let error = error as? DatabaseError else { return error }
        return Failure(.storage, "the database refused: \(error.resultCode) \(error.message ?? "")")
    }
}
