import CLibcurl
import Foundation
import HarkCore
import Synchronization

/// One IMAP conversation on a thread of its own, from the connection to the last answer.
///
/// libcurl connects, secures and logs in, then hands the connection over (CONNECT_ONLY): its own fetch either marks mail
/// as seen, or looks for the end of the answer inside the mail. Here commands go out and answers come in byte by byte.
final class MailboxSession: Sendable {
    /// How it ended.
    enum Ending: Sendable {
        case answered(HTTPResponse)
        case failed(TransportFailure)
    }

    private let mailbox: String
    private let commands: [String]
    private let access: MailAccess
    private let timeout: Span
    private let limit: Int
    private let authorities: String?
    private let waiting = Mutex<(answer: CheckedContinuation<Ending, Never>?, isOver: Bool)>((nil, false))

    init(
        mailbox: String,
        commands: [String],
        access: MailAccess,
        timeout: Span,
        limit: Int,
        authorities: String?
    ) {
        self.mailbox = mailbox
        self.commands = commands
        self.access = access
        self.timeout = timeout
        self.limit = limit
        self.authorities = authorities
    }

    /// Runs it. Cancelling the task ends the wait at once, and the thread at its next look.
    func run() async -> Ending {
        await withTaskCancellationHandler {
            await withCheckedContinuation { answer in
                let isOver = waiting.withLock { waiting in
                    if !waiting.isOver { waiting.answer = answer }
                    return waiting.isOver
                }
                guard !isOver else { return answer.resume(returning: .failed(.cancelled)) }
                let thread = Thread { [self] in settle(converse()) }
                thread.name = "hark-mailbox"
                thread.start()
            }
        } onCancel: {
            settle(.failed(.cancelled))
        }
    }

    private func settle(_ ending: Ending) {
        let answer = waiting.withLock { waiting in
            defer { waiting = (nil, true) }
            return waiting.answer
        }
        answer?.resume(returning: ending)
    }

    // MARK: - On the thread

    private func converse() -> Ending {
        guard CurlLoop.isInitialised, let wire = MailboxWire(access, timeout: timeout, authorities: authorities) else {
            return .failed(.malformed("out of memory"))
        }
        do throws(MailboxWire.Trouble) {
            try wire.connect()
            var body: [UInt8] = []
            for (number, command) in (["EXAMINE \(mailbox.quotedForIMAP)"] + commands).enumerated() {
                let tag = "H\(number + 1)"
                try wire.send("\(tag) \(command)\r\n")
                let answer = try wire.receive(tag: tag, limit: limit - body.count) { [self] in
                    waiting.withLock { $0.isOver }
                }
                body += answer.bytes
                guard answer.status == "OK" else {
                    return .answered(HTTPResponse(status: answer.httpStatus(isOpening: number == 0), body: body))
                }
            }
            try? wire.send("BYE LOGOUT\r\n")
            return .answered(HTTPResponse(status: 200, body: body))
        } catch {
            return error.ending(limit: limit)
        }
    }
}

extension String {
    /// A mailbox's name as a quoted string. Names beyond ASCII come in modified UTF-7, as servers list them.
    fileprivate var quotedForIMAP: String {
        let safe = unicodeScalars.filter { $0.isASCII && $0.value >= 32 && $0.value != 127 }
        let escaped = safe.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }
}
