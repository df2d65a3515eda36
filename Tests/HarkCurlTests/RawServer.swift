import Foundation
import Synchronization

/// A server of plain sockets that answers `/ok` and hangs up on anything else after it has read the request: what a
/// provider looks like that dies at the worst moment.
final class RawServer: Sendable {
    let port: Int
    private let listener: Int32
    private let seen = Mutex<[String]>([])

    /// The request lines so far: `POST /gone`.
    var requests: [String] { seen.withLock { $0 } }

    init() throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let socket = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(socket, address, length) == 0 && listen(socket, 16) == 0
                    && getsockname(socket, address, &length) == 0
            }
        }
        guard bound else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread { [self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                Thread { [self] in serve(connection) }.start()
            }
        }.start()
    }

    func stop() {
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        while let request = readRequest(connection) {
            let line = request.split(separator: " ").prefix(2).joined(separator: " ")
            seen.withLock { $0.append(line) }
            guard line.hasSuffix("/ok") else { return }
            let answer = "HTTP/1.1 200 OK\r\nX-Spaced:   a value \t\r\nContent-Length: 0\r\n\r\n"
            _ = answer.utf8.withContiguousStorageIfAvailable { send(connection, $0.baseAddress, $0.count, 0) }
        }
    }

    private func readRequest(_ connection: Int32) -> String? {
        var text: [UInt8] = []
        var byte: UInt8 = 0
        while recv(connection, &byte, 1, 0) == 1 {
            text.append(byte)
            if text.suffix(4) == [13, 10, 13, 10] { return String(decoding: text, as: UTF8.self) }
        }
        return nil
    }
}
