public import HarkCore
import NIOCore
import NIOPosix
import Synchronization

/// One mailbox behind real IMAP on loopback, with the trouble that is ordered. It knows what a reader needs: CAPABILITY,
/// LOGIN, EXAMINE, UID SEARCH, UID FETCH, LOGOUT.
public final class FakeMailbox: Sendable {
    struct Mail: Sendable {
        var uid: UInt32
        var arrived: Instant
        var bytes: [UInt8]
    }

    private struct Contents {
        var validity: UInt32 = 7
        var mails: [Mail] = []
        var said = 0
        var troubles: [FakeMailTrouble] = []
    }

    /// The port the kernel gave us.
    public let port: Int
    /// Each command as it comes. For one reader.
    public let commands: AsyncStream<String>

    private let contents: Mutex<Contents>
    private let clock: any WallClock
    private let tell: AsyncStream<String>.Continuation

    private init(port: Int, clock: any WallClock) {
        self.port = port
        self.clock = clock
        contents = Mutex(Contents())
        (commands, tell) = AsyncStream.makeStream()
    }

    /// Listens on 127.0.0.1 for as long as the process lives.
    public static func start(clock: any WallClock) async throws -> FakeMailbox {
        let shared = Shared()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let mailbox = shared.mailbox else { return }
                    try channel.pipeline.syncOperations.addHandler(FakeMailConnection(mailbox))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let mailbox = FakeMailbox(port: channel.localAddress?.port ?? 0, clock: clock)
        shared.mailbox = mailbox
        return mailbox
    }

    /// Puts new mails into the mailbox, each from another person.
    public func say(_ count: Int) {
        contents.withLock { contents in
            for _ in 0..<count {
                contents.said += 1
                let uid = (contents.mails.last?.uid ?? 0) + 1
                contents.mails.append(Mail(uid: uid, arrived: clock.now, bytes: Self.letter(contents.said)))
            }
        }
    }

    /// Orders trouble; each happens once, when its moment comes.
    public func order(_ troubles: [FakeMailTrouble]) {
        contents.withLock { contents in
            contents.troubles += troubles.filter { $0 != .renumbered }
            guard troubles.contains(.renumbered) else { return }
            contents.validity += 1
            for index in contents.mails.indices { contents.mails[index].uid += 1000 }
        }
    }

    /// How many ordered troubles have not happened yet.
    public var waiting: Int { contents.withLock { $0.troubles.count } }

    var validity: UInt32 { contents.withLock { $0.validity } }
    var mails: [Mail] { contents.withLock { $0.mails } }

    func heard(_ command: String) { tell.yield(command) }

    func takeTrouble(at moment: FakeMailTrouble.Moment) -> FakeMailTrouble? {
        contents.withLock { contents in
            contents.troubles.firstIndex { $0.moment == moment }.map { contents.troubles.remove(at: $0) }
        }
    }

    private static func letter(_ number: Int) -> [UInt8] {
        Array(
            """
            From: Person \(number) <p\(number)@far.example>\r
            To: hark@acme.example\r
            Subject: Mail \(number)\r
            Message-ID: <\(number)@far.example>\r
            Content-Type: text/plain; charset=utf-8\r
            \r
            This is mail \(number). A2 OK FETCH) {12}\r

            """.utf8
        )
    }
}

/// The mailbox, once it is open: connections are made ready before its port is known.
private final class Shared: Sendable {
    private let held: Mutex<FakeMailbox?>
    init() { held = Mutex(nil) }
    var mailbox: FakeMailbox? {
        get { held.withLock { $0 } }
        set { held.withLock { $0 = newValue } }
    }
}

/// What can go wrong between a reader and its mailbox.
public enum FakeMailTrouble: Sendable, Hashable {
    /// Says goodbye instead of hello, or to a command.
    case byeAtHello, byeToSearch
    /// The password is wrong, for once.
    case authenticationFailed
    /// What the server answers to a search instead: `NO [UNAVAILABLE] later`, `BAD what?`.
    case refusal(String)
    /// No answer to a search.
    case silence
    /// The connection ends in the middle of a mail.
    case tornLiteral
    /// Each mail of a fetch comes twice; they come backwards.
    case duplicates, backwards
    /// A search finds nothing, for once.
    case nothingFound
    /// Lines between the answers that mean nothing.
    case garbage
    /// All mails have other numbers from now on.
    case renumbered

    enum Moment { case hello, login, search, fetch }

    var moment: Moment {
        switch self {
        case .byeAtHello: .hello
        case .authenticationFailed: .login
        case .byeToSearch, .refusal, .silence, .nothingFound, .renumbered: .search
        case .tornLiteral, .duplicates, .backwards, .garbage: .fetch
        }
    }
}
