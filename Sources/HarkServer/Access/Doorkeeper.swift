import HarkCore
import Hummingbird
import Synchronization

/// Finds out whose key came with a request, and whether it opens the door.
final class Doorkeeper: Sendable {
    private let store: any Store
    private let clock: any WallClock
    /// When each key's use was last written down; once a minute is enough.
    private let noted = Mutex<[Int64: Instant]>([:])

    init(store: any Store, clock: any WallClock) {
        self.store = store
        self.clock = clock
    }

    /// The key's owner. Every request looks the key up, one indexed read, so that a revoked key is dead at once.
    func admit(_ request: Request, needing role: Role) async throws -> TokenSummary {
        guard let text = Self.key(in: request), RandomTokenMint.isKey(text),
            let token = try await store.token(hash: RandomTokenMint.hash(of: text))
        else {
            throw Failure(.unauthorised, "send a valid key as “Authorization: Bearer hark_…”")
        }
        guard token.role >= role else {
            throw Failure(.forbidden, "this needs a key of role \(role.rawValue); yours is \(token.role.rawValue)")
        }
        await noteUse(of: token)
        return token
    }

    private static func key(in request: Request) -> String? {
        guard let field = request.headers[.authorization] else { return nil }
        let parts = field.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        return parts[1].trimmingPrefix(" ").description
    }

    private func noteUse(of token: TokenSummary) async {
        let now = clock.now
        let isDue = noted.withLock { noted in
            let last = [noted[token.id], token.lastUsedAt].compactMap(\.self).max()
            guard last.map({ now - $0 >= .minutes(1) }) ?? true else { return false }
            noted[token.id] = now
            return true
        }
        guard isDue else { return }
        // A note that cannot be written is no reason to turn a reader away.
        try? await store.write { try $0.touchToken(token.id, at: now) }
    }
}
