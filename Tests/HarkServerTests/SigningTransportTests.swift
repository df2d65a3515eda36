import Crypto
import Foundation
import HarkCore
import HarkServer
import HarkTesting
import Synchronization
import Testing

/// What leaves is signed with the time it leaves at, and its receiver can prove it.
struct SigningTransportTests {
    /// Keeps what would have been sent.
    private final class Post: Transport {
        let sent = Mutex<[HTTPRequest]>([])

        func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            sent.withLock { $0.append(request) }
            return HTTPResponse(status: 200)
        }
    }

    private struct Still: WallClock {
        var now: Instant
    }

    private let now = Instant(seconds: 1_700_000_000)

    private func leave(_ signing: RequestSigning?) async throws -> HTTPRequest {
        let post = Post()
        var request = HTTPRequest(method: "POST", url: "https://x.example/", body: Array("{}".utf8))
        request.signing = signing
        _ = try await SigningTransport(post, clock: Still(now: now)).send(request)
        return try #require(post.sent.withLock { $0.first })
    }

    @Test func aStandardWebhookIsGenuineToItsReceiver() async throws {
        let secret = Secret("whsec_" + Data(Array("a key of thirty-two bytes or so.".utf8)).base64EncodedString())
        let sent = try await leave(.standardWebhooks(id: "msg_1", key: secret))
        let verdict = SignatureVerifier().verify(
            .standardWebhooks(secrets: [secret]),
            headers: sent.headers.map { HeaderField($0.name, $0.value) },
            body: sent.body,
            now: now
        )
        #expect(verdict == .genuine && sent.signing == nil)
    }

    @Test func aPrivateKeySignsForItsPublicHalf() async throws {
        let key = Curve25519.Signing.PrivateKey()
        let mine = Secret("whsk_" + key.rawRepresentation.base64EncodedString())
        let theirs = Secret("whpk_" + key.publicKey.rawRepresentation.base64EncodedString())
        let sent = try await leave(.standardWebhooks(id: "msg_1", key: mine))
        let verdict = SignatureVerifier().verify(
            .standardWebhooks(secrets: [theirs]),
            headers: sent.headers.map { HeaderField($0.name, $0.value) },
            body: sent.body,
            now: now
        )
        #expect(verdict == .genuine)
    }

    @Test func aTokenNamesItsKeyAndEndsSoon() async throws {
        let key = P256.Signing.PrivateKey()
        let token = RequestSigning.WebToken(issuer: "i", audience: "a", keyID: "k", key: Secret(key.pemRepresentation))
        let sent = try await leave(.webToken(token))
        let parts = try #require(sent.headers.value(of: "Authorization")).dropFirst(7).split(separator: ".").map(
            String.init
        )
        func bytes(_ part: String) throws -> Data {
            let text = part.replacing("-", with: "+").replacing("_", with: "/")
            return try #require(Data(base64Encoded: text + String(repeating: "=", count: (4 - text.count % 4) % 4)))
        }
        let claims = try JSONDecoder().decode([String: JSONText].self, from: try bytes(parts[1]))
        #expect(claims["exp"]?.number == 1_700_000_900 && claims["iat"]?.number == 1_700_000_000)
        let code = try P256.Signing.ECDSASignature(rawRepresentation: try bytes(parts[2]))
        #expect(key.publicKey.isValidSignature(code, for: Data("\(parts[0]).\(parts[1])".utf8)))
    }

    private struct JSONText: Decodable {
        var number: Int?
        init(from decoder: any Decoder) throws { number = try? decoder.singleValueContainer().decode(Int.self) }
    }

    @Test(arguments: ["", "whsec_", "whsk_AAAA"])
    func aKeyThatIsNoneIsSaidAndNothingLeaves(_ text: String) async {
        await #expect(throws: ConnectorFailure.self) {
            try await leave(.standardWebhooks(id: "m", key: Secret(text)))
        }
        let token = RequestSigning.WebToken(issuer: "i", audience: "a", keyID: "k", key: Secret("no key"))
        await #expect(throws: ConnectorFailure.self) { try await leave(.webToken(token)) }
    }
}
