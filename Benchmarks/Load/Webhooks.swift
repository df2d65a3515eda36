import Crypto
import Foundation

/// Signed Messenger webhooks of 2 KB as finished HTTP requests, so that signing is no part of the measured loop.
struct Webhooks {
    static let path = "/webhooks/bench"
    static let secret = "bench-app-secret"
    static let page = "104729110488151"
    private static let size = 2048
    private static let people = 5000

    /// Requests with messages of their own, said at the given time.
    static func requests(count: Int, saidAt milliseconds: Int64, seed: UInt64) -> [[UInt8]] {
        var dice = Dice(seed: seed)
        return (0..<count).map { number in request(body(number, saidAt: milliseconds, &dice)) }
    }

    private static func body(_ number: Int, saidAt milliseconds: Int64, _ dice: inout Dice) -> String {
        let person = 7_000_000_000 + Int.random(in: 0..<people, using: &dice)
        let picture = String(dice.next(), radix: 16) + String(dice.next(), radix: 16)
        let said = milliseconds + Int64(number % 1000)
        let front = """
            {"object":"page","entry":[{"id":"\(page)","time":\(said),"messaging":[{"sender":{"id":"\(person)"},\
            "recipient":{"id":"\(page)"},"timestamp":\(said),"message":{"mid":"m_bench\(number)",\
            "text":"\(Chatter.text(&dice))","attachments":[{"type":"image","payload":{"url":\
            "https://pictures.example/\(picture).jpg"}}],"metadata":"
            """
        let back = "\"}}]}]}"
        let missing = max(0, size - front.utf8.count - back.utf8.count)
        return front + String(repeating: "x", count: missing) + back
    }

    private static func request(_ body: String) -> [UInt8] {
        let bytes = Data(body.utf8)
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: Data(secret.utf8)))
        let signature = code.map { String(format: "%02x", $0) }.joined()
        let head = """
            POST \(path) HTTP/1.1\r
            Host: 127.0.0.1\r
            Content-Type: application/json\r
            Content-Length: \(bytes.count)\r
            X-Hub-Signature-256: sha256=\(signature)\r
            \r

            """
        return Array(head.utf8) + bytes
    }
}
