import Foundation

/// One keep-alive HTTP/1.1 connection with blocking calls: little work beside the server it measures.
struct Connection: ~Copyable {
    /// Why there was no answer.
    enum Trouble: Error {
        case refused, brokeOff
    }

    private let socket: Int32
    private var buffer = [UInt8](repeating: 0, count: 64 << 10)

    init(port: Int) throws(Trouble) {
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var limit = timeval(tv_sec: 30, tv_usec: 0)
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard connected else { throw .refused }
    }

    deinit { close(socket) }

    /// Sends a request and reads the whole answer; returns its status.
    mutating func exchange(_ request: [UInt8]) throws(Trouble) -> Int {
        try send(request)
        var filled = 0
        while true {
            filled += try receive(at: filled)
            if let head = AnswerHead(buffer[..<filled]) {
                var missing = head.length + head.bodyLength - filled
                while missing > 0 { missing -= try receive(at: 0) }
                return head.status
            }
            guard filled < buffer.count else { throw .brokeOff }
        }
    }

    private func send(_ bytes: [UInt8]) throws(Trouble) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.send(
                    socket,
                    $0.baseAddress?.advanced(by: sent),
                    $0.count - sent,
                    Int32(MSG_NOSIGNAL)
                )
            }
            guard count > 0 else { throw .brokeOff }
            sent += count
        }
    }

    private mutating func receive(at offset: Int) throws(Trouble) -> Int {
        let socket = socket
        let count = buffer.withUnsafeMutableBytes {
            recv(socket, $0.baseAddress?.advanced(by: offset), $0.count - offset, 0)
        }
        guard count > 0 else { throw .brokeOff }
        return count
    }
}
