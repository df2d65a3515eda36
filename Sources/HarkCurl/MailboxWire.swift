import CLibcurl
import Foundation
import HarkCore

/// The connection of one IMAP conversation. Used by one thread only.
final class MailboxWire {
    /// Why it cannot go on.
    enum Trouble: Error {
        /// The account was refused.
        case refused(String)
        /// No connection, or none that is secured as asked.
        case unreachable(String)
        case timedOut
        case brokeOff
        case tooLarge
        case cancelled
    }

    /// What the server said to one command.
    struct Answer {
        /// Untagged lines and the tagged one.
        var bytes: [UInt8]
        /// `OK`, `NO` or `BAD`.
        var status: String
        /// What stands behind the status: `[NONEXISTENT] Unknown Mailbox`.
        var text: String
    }

    private let easy: UnsafeMutableRawPointer
    private let errorText: UnsafeMutablePointer<CChar>
    private let deadline: ContinuousClock.Instant

    init?(_ access: MailAccess, timeout: Span, authorities: String?) {
        guard let easy = curl_easy_init() else { return nil }
        self.easy = easy
        deadline = .now + .milliseconds(timeout.milliseconds)
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        _ = hark_curl_set_pointer(easy, CURLOPT_ERRORBUFFER, errorText)
        var options = CurlOptions(easy)
        options.setMailbox(access, timeout: timeout)
        if let authorities { options.set(CURLOPT_CAINFO, authorities) }
        guard options.problem == nil else { return nil }
    }

    deinit {
        curl_easy_cleanup(easy)
        errorText.deallocate()
    }

    /// Connects, secures and logs in.
    func connect() throws(Trouble) {
        let result = curl_easy_perform(easy)
        guard result != CURLE_OK else { return }
        let text = CurlDetail.printable(String(cString: errorText)) ?? String(cString: curl_easy_strerror(result))
        switch result {
        case CURLE_LOGIN_DENIED: throw .refused(text)
        case CURLE_OPERATION_TIMEDOUT where deadline <= .now: throw .timedOut
        default: throw .unreachable(text)
        }
    }

    /// Sends a command.
    func send(_ line: String) throws(Trouble) {
        var rest = Array(line.utf8)[...]
        while !rest.isEmpty {
            var sent = 0
            let result = rest.withUnsafeBytes { curl_easy_send(easy, $0.baseAddress, $0.count, &sent) }
            switch result {
            case CURLE_OK: rest = rest.dropFirst(sent)
            case CURLE_AGAIN: try wait(for: Int16(POLLOUT))
            default: throw .brokeOff
            }
        }
    }

    /// Reads until the command's tagged line; `isCancelled` is asked between looks at the socket.
    func receive(tag: String, limit: Int, isCancelled: () -> Bool) throws(Trouble) -> Answer {
        var bytes: [UInt8] = []
        var lines = MailboxLines()
        var looked = 0
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            var count = 0
            let result = buffer.withUnsafeMutableBytes { curl_easy_recv(easy, $0.baseAddress, $0.count, &count) }
            guard result == CURLE_OK || result == CURLE_AGAIN, result == CURLE_AGAIN || count > 0 else {
                throw .brokeOff
            }
            if isCancelled() { throw .cancelled }
            guard result == CURLE_OK else {
                try wait(for: Int16(POLLIN))
                continue
            }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw .tooLarge }
            lines.read(bytes)
            for line in lines.lines[looked...] {
                if let answer = Answer(bytes[line], tag: tag, of: bytes) { return answer }
            }
            looked = lines.lines.count
        }
    }

    /// Waits at most a tenth of a second, so that a cancelled conversation ends soon.
    private func wait(for events: Int16) throws(Trouble) {
        guard deadline > .now else { throw .timedOut }
        var socket = curl_socket_t(-1)
        _ = hark_curl_get_socket(easy, &socket)
        guard socket >= 0 else { throw .brokeOff }
        var wanted = pollfd(fd: socket, events: events, revents: 0)
        _ = poll(&wanted, 1, 100)
    }
}

extension MailboxWire.Answer {
    /// The answer that a line ends; nil when the line does not bear the tag.
    init?(_ line: ArraySlice<UInt8>, tag: String, of bytes: [UInt8]) {
        guard line.starts(with: Array("\(tag) ".utf8)) else { return nil }
        let words = String(decoding: line.dropFirst(tag.utf8.count + 1), as: UTF8.self)
        status = words.prefix { $0 != " " }.uppercased()
        text = String(words.dropFirst(status.count + 1))
        self.bytes = bytes
    }

    /// What a refusal means: of the mailbox, of the moment, or of the command.
    func httpStatus(isOpening: Bool) -> Int {
        let code = text.uppercased()
        if code.contains("[UNAVAILABLE]") || code.contains("[INUSE]") || code.contains("[SERVERBUG]") { return 503 }
        if code.contains("[LIMIT]") || code.contains("[OVERQUOTA]") { return 429 }
        return isOpening && status == "NO" ? 404 : 400
    }
}

extension MailboxWire.Trouble {
    /// What the caller of the transport is told.
    func ending(limit: Int) -> MailboxSession.Ending {
        switch self {
        case .refused(let text): .answered(HTTPResponse(status: 401, body: Array(text.utf8)))
        case .unreachable(let text): .failed(.unreachable(text))
        case .timedOut: .failed(.timedOut("the mail server did not answer in time"))
        case .brokeOff: .failed(.malformed("the mail server closed the connection"))
        case .tooLarge: .failed(.tooLarge(limit: limit))
        case .cancelled: .failed(.cancelled)
        }
    }
}
