import Crypto
import HarkCore
import Synchronization

/// The key that signs links: kept in the database, so that links outlive restarts; read once.
final class LinkKey: Sendable {
    private let store: any Store
    private let known = Mutex<[UInt8]?>(nil)

    init(store: any Store) { self.store = store }

    /// The signer with the key.
    func signer() async throws -> LinkSigner {
        if let key = known.withLock({ $0 }) { return LinkSigner(key: key) }
        let fresh = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let key = try await store.write { try $0.linkKey(orKeep: fresh) }
        known.withLock { $0 = key }
        return LinkSigner(key: key)
    }
}
