import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A real SMTP server on loopback that takes every mail and keeps it, for tests and the demo.
///
/// It speaks EHLO, AUTH PLAIN and LOGIN, and unstuffs dots. It has no TLS. Trouble can be ordered with ``next(_:)``.
public final class SMTPSink: Sendable {
    /// The port the kernel gave us.
    public let port: Int
    /// Each mail as it arrives, those before the first reader included. For one reader.
    public let received: AsyncStream<ReceivedMail>

    private let group: MultiThreadedEventLoopGroup
    private let shelf: Shelf

    private init(port: Int, group: MultiThreadedEventLoopGroup, received: AsyncStream<ReceivedMail>, shelf: Shelf) {
        self.port = port
        self.group = group
        self.received = received
        self.shelf = shelf
    }

    /// Listens on 127.0.0.1 until ``stop()``.
    ///
    /// - Parameters:
    ///   - port: The port to listen on; 0 takes a free one.
    ///   - accounts: Passwords by username. Empty: everybody may send. Otherwise only who logged in.
    ///   - folder: Where each mail is written too, as `0001.eml` and so on; nil for nowhere.
    /// - Returns: A sink that accepts connections.
    /// - Throws: When the port or the folder cannot be had.
    public static func start(
        port: Int = 0,
        accounts: [String: String] = [:],
        folder: String? = nil
    ) async throws -> SMTPSink {
        if let folder { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }
        let (received, tell) = AsyncStream<ReceivedMail>.makeStream()
        let shelf = Shelf(tell: tell, folder: folder)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let dialogue = SMTPDialogue(accounts: accounts) { shelf.takeFault(at: $0) }
                    try channel.pipeline.syncOperations.addHandler(SMTPConnection(dialogue) { shelf.keep($0) })
                }
            }
        do {
            let channel = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            let bound = channel.localAddress?.port ?? port
            return SMTPSink(port: bound, group: group, received: received, shelf: shelf)
        } catch {
            try await group.shutdownGracefully()
            throw error
        }
    }

    /// Every mail so far, in order of arrival.
    public var mails: [ReceivedMail] { shelf.mails }

    /// Orders trouble, to happen once when its stage is next reached.
    public func next(_ fault: SMTPFault) { shelf.order(fault) }

    /// Ends every connection.
    public func stop() async {
        shelf.close()
        try? await group.shutdownGracefully()
    }
}

/// What all connections of a sink share.
private final class Shelf: Sendable {
    private struct Contents {
        var mails: [ReceivedMail] = []
        var faults: [SMTPFault] = []
    }

    private let contents = Mutex(Contents())
    private let tell: AsyncStream<ReceivedMail>.Continuation
    private let folder: String?

    init(tell: AsyncStream<ReceivedMail>.Continuation, folder: String?) {
        self.tell = tell
        self.folder = folder
    }

    var mails: [ReceivedMail] { contents.withLock { $0.mails } }

    func order(_ fault: SMTPFault) { contents.withLock { $0.faults.append(fault) } }

    func takeFault(at stage: SMTPFault.Stage) -> SMTPFault? {
        contents.withLock { contents in
            contents.faults.firstIndex { $0.stage == stage }.map { contents.faults.remove(at: $0) }
        }
    }

    /// Whether the mail is kept, in the folder too.
    func keep(_ mail: ReceivedMail) -> Bool {
        contents.withLock { contents in
            guard write(mail, number: contents.mails.count + 1) else { return false }
            contents.mails.append(mail)
            tell.yield(mail)
            return true
        }
    }

    func close() { tell.finish() }

    private func write(_ mail: ReceivedMail, number: Int) -> Bool {
        guard let folder else { return true }
        let digits = String(number)
        let name = String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".eml"
        return FileManager.default.createFile(atPath: "\(folder)/\(name)", contents: Data(mail.message.utf8))
    }
}
