import HarkCore
import HarkServer

/// What works without a running server, straight on the files: the composition root provides it.
struct LocalAccess: Sendable {
    /// Reads and checks a whole configuration. Throws ``Failure`` with `badConfiguration` and every problem's `file:line`.
    var configuration: @Sendable (_ path: String) async throws -> Configuration

    /// Makes a key directly in the database that a configuration names: the first one has no other way in.
    var createToken: @Sendable (_ path: String, _ command: TokenCommand) async throws -> CreatedToken

    /// The connection to be made for the channel of a configuration with this name, or the only one on this network.
    var connection: @Sendable (_ path: String, _ name: String) throws -> ChannelConnection = { _, _ in
        throw Failure(.unavailable, "accounts are connected on the machine that holds the configuration")
    }

    /// Looks at the database and the mail server that a configuration names.
    var doctor: @Sendable (_ path: String) async throws -> [DoctorCheck]

    /// What the team has corrected in a configuration's database, and what customers said in a span up to now.
    var lessons: @Sendable (_ path: String, _ span: Span) async throws -> StoredLessons = { _, _ in
        throw Failure(.unavailable, "corrections are learned from on the machine that holds the database")
    }

    /// Judges the history in a configuration's database by another one.
    var replay: @Sendable (_ order: ReplayOrder) async throws -> ReplayReport = { _ in
        throw Failure(.unavailable, "history is replayed on the machine that holds the database")
    }
}
