import CLibcurl
import Foundation

/// Which addresses the public internet has. Names are checked when they are resolved, at the connection itself, so a name
/// that changes its meaning between two looks gains nothing.
enum PublicAddress {
    /// Whether the four bytes name a host anybody may reach.
    static func isPublic(v4 bytes: [UInt8]) -> Bool {
        guard bytes.count == 4 else { return false }
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): return false
        case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _), (198, 18...19, _): return false
        case (192, 0, 0), (192, 0, 2), (198, 51, 100), (203, 0, 113), (192, 88, 99): return false
        default: return true
        }
    }

    /// Whether the sixteen bytes name a host anybody may reach. Forms that carry an IPv4 address are judged by that.
    static func isPublic(v6 bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return false }
        if bytes[..<10].allSatisfy({ $0 == 0 }), bytes[10] == bytes[11], bytes[10] == 0 || bytes[10] == 0xFF {
            return isPublic(v4: Array(bytes[12...]))
        }
        // NAT64 and 6to4.
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isPublic(v4: Array(bytes[12...])) }
        if bytes.starts(with: [0x20, 0x02]) { return isPublic(v4: Array(bytes[2..<6])) }
        if bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) || bytes.starts(with: [0x20, 0x01, 0x00, 0x00]) {
            return false
        }
        // Global unicast is 2000::/3 and nothing else.
        return bytes[0] & 0xE0 == 0x20
    }

    /// Whether a socket address is public; any family but the two of the internet is not.
    static func isPublic(_ address: UnsafePointer<sockaddr>, length: Int) -> Bool {
        switch Int32(address.pointee.sa_family) {
        case AF_INET where length >= MemoryLayout<sockaddr_in>.size:
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { v4 in
                isPublic(v4: withUnsafeBytes(of: v4.pointee.sin_addr) { Array($0) })
            }
        case AF_INET6 where length >= MemoryLayout<sockaddr_in6>.size:
            return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { v6 in
                isPublic(v6: withUnsafeBytes(of: v6.pointee.sin6_addr) { Array($0) })
            }
        default: return false
        }
    }
}

extension CurlOptions {
    /// Opens sockets to public addresses only, on a connection of its own: one that is reused was opened for somebody
    /// else. No proxy, which would connect where we cannot look.
    mutating func keepToPublicAddresses() {
        set(CURLOPT_FRESH_CONNECT, 1)
        set(CURLOPT_FORBID_REUSE, 1)
        set(CURLOPT_PROXY, "")
        note(
            hark_curl_set_socket(easy, CURLOPT_OPENSOCKETFUNCTION) { _, _, address in
                // Behind the declared field stands the whole address, of whatever family.
                guard let address, let target = address.pointer(to: \.addr),
                    PublicAddress.isPublic(UnsafePointer(target), length: Int(address.pointee.addrlen))
                else { return CURL_SOCKET_BAD }
                return socket(address.pointee.family, address.pointee.socktype, address.pointee.protocol)
            }
        )
    }
}
