import Foundation
public import HarkCore
import Synchronization

/// A Mastodon-compatible server on loopback: one account of ours, people who write to it, and the traps of the real
/// ones (pages newest first, `min_id` beside `since_id`, a `Link` with a wrong host, rate limits as dates).
///
///     let fediverse = try await FakeFediverse.start()
///     let id = fediverse.mention(from: "ana", "@acme the app is down")
public final class FakeFediverse: Sendable {
    /// A post of ours that arrived through the API.
    public struct Posted: Sendable, Hashable {
        /// The post's id.
        public var id: String
        /// Its text.
        public var text: String
        /// The post it answers.
        public var inReplyTo: String?
        /// Who can read it.
        public var visibility: String
        /// The key that makes a repeated request harmless.
        public var idempotencyKey: String?
    }

    /// Our account's name on the server.
    public let account: String
    /// The token that opens the API.
    public let token: String
    /// Where it answers: `http://127.0.0.1:PORT`.
    public var origin: String { door.origin }
    /// Every request as it arrives; for one reader, so that a test waits for a request instead of sleeping.
    public var requests: AsyncStream<SeenRequest> { door.requests }
    /// What we posted, oldest first, as it reads now. A repeated Idempotency-Key posts nothing.
    public var posted: [Posted] { timeline.withLock { $0.posted } }

    let door = FakeDoor()
    let timeline: Mutex<FakeFediverseTimeline>

    private init(account: String, token: String) {
        self.account = account
        self.token = token
        timeline = Mutex(FakeFediverseTimeline(owner: account))
    }

    /// Starts a server with nobody on it but us.
    ///
    /// - Parameters:
    ///   - account: Our account's name on the server.
    ///   - token: The token that opens the API.
    ///   - port: The port to listen on; 0 takes a free one.
    /// - Returns: The running server.
    /// - Throws: What kept it from listening.
    public static func start(
        account: String = "acme",
        token: String = "fake-token",
        port: Int = 0
    ) async throws -> FakeFediverse {
        let fediverse = FakeFediverse(account: account, token: token)
        try await fediverse.door.open(fediverse.router(), port: port)
        return fediverse
    }

    /// Ends the server and every open connection.
    public func stop() async { await door.close() }

    /// The next requests meet trouble.
    public func order(_ fault: FakeFault, times: Int = 1) { door.order(fault, times: times) }

    /// Somebody writes a post that names us.
    ///
    /// - Parameters:
    ///   - name: The author's account name; with `@host` it lives elsewhere.
    ///   - text: The plain text.
    ///   - visibility: `public`, `unlisted`, `private` or `direct`.
    ///   - parent: The post it answers.
    ///   - instant: When it was said; nil for now.
    /// - Returns: The post's id.
    @discardableResult
    public func mention(
        from name: String,
        _ text: String,
        visibility: String = "public",
        inReplyTo parent: String? = nil,
        at instant: Instant? = nil
    ) -> String {
        timeline.withLock { timeline in
            let id = timeline.add(by: name, text, visibility: visibility, parent: parent, at: instant ?? .present)
            timeline.notify("mention", of: id)
            return id
        }
    }

    /// Somebody writes to us alone.
    ///
    /// - Parameters:
    ///   - name: The author's account name.
    ///   - text: The plain text.
    ///   - instant: When it was said; nil for now.
    /// - Returns: The post's id.
    @discardableResult
    public func direct(from name: String, _ text: String, at instant: Instant? = nil) -> String {
        mention(from: name, text, visibility: "direct", at: instant)
    }

    /// A post's author changes its text.
    ///
    /// - Parameters:
    ///   - id: The post.
    ///   - text: Its new text.
    ///   - notifies: Whether we get a notification, as some servers send one.
    public func edit(_ id: String, to text: String, notifies: Bool = false) {
        timeline.withLock { timeline in
            timeline.edit(id, text, at: .present)
            if notifies { timeline.notify("update", of: id) }
        }
    }

    /// A post's author takes it back: it is gone, and so is its notification.
    public func delete(_ id: String) { timeline.withLock { $0.delete(id) } }
}

extension Instant {
    /// This machine's clock: a fake server has one, as a real one does.
    static var present: Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
}
