import Crypto
import Foundation
import HarkCore
import HarkServer
import Testing

/// A webhook proves its origin over the raw bytes, or it is nothing.
struct SignatureVerifierTests {
    static let body = Array(#"{"text":"Grüße 👋"}"#.utf8)
    static let key = "app secret"
    static let now = Instant(seconds: 1_700_000_000)

    static func code(_ bytes: [UInt8], key: [UInt8] = Array(key.utf8)) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key)))
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    static let hub = WebhookAuthentication.hmacSHA256(
        header: "X-Hub-Signature-256",
        prefix: "sha256=",
        encoding: .hex,
        key: Secret(key)
    )

    func verify(_ signature: String, _ body: [UInt8] = body) -> SignatureVerifier.Verdict {
        SignatureVerifier().verify(
            Self.hub,
            headers: [HeaderField("x-hub-signature-256", signature)],
            body: body,
            now: Self.now
        )
    }

    @Test func aSignatureOverTheRawBytesIsGenuineInEitherCase() {
        let hex = Self.hex(Self.code(Self.body))
        #expect(verify("sha256=" + hex) == .genuine)
        #expect(verify("sha256=" + hex.uppercased()) == .genuine)
    }

    @Test func everyFlippedBitOfTheBodyIsNoticed() {
        let signature = "sha256=" + Self.hex(Self.code(Self.body))
        for bit in 0..<Self.body.count * 8 {
            var body = Self.body
            body[bit / 8] ^= 1 << (bit % 8)
            #expect(verify(signature, body) == .wrong, "bit \(bit)")
        }
    }

    @Test func everyFlippedBitOfTheSignatureIsNoticed() {
        let code = Self.code(Self.body)
        for bit in 0..<256 {
            var forged = code
            forged[bit / 8] ^= 1 << (bit % 8)
            #expect(verify("sha256=" + Self.hex(forged)) == .wrong, "bit \(bit)")
        }
    }

    @Test(arguments: [
        "", "sha256=", "sha1=", "sha256=zz", "sha256=abc", "SHA256=", "sha256= ", "sha256=é",
    ])
    func whatIsNoSignatureProvesNothing(_ signature: String) {
        #expect(verify(signature) == .wrong)
        #expect(verify(signature + Self.hex(Self.code(Self.body)).prefix(62)) == .wrong)
    }

    @Test func aMissingHeaderProvesNothing() {
        #expect(SignatureVerifier().verify(Self.hub, headers: [], body: Self.body, now: Self.now) == .wrong)
    }

    @Test func anEmptyKeyNeverVerifies() {
        let empty = WebhookAuthentication.hmacSHA256(header: "s", prefix: "", encoding: .hex, key: Secret(""))
        let signature = Self.hex(Self.code(Self.body, key: []))
        let headers = [HeaderField("s", signature)]
        #expect(SignatureVerifier().verify(empty, headers: headers, body: Self.body, now: Self.now) == .wrong)
        let shared = WebhookAuthentication.sharedSecret(header: "s", secret: Secret(""))
        #expect(
            SignatureVerifier().verify(shared, headers: [HeaderField("s", "")], body: [], now: Self.now) == .wrong
        )
    }

    @Test(arguments: [
        ("s3cret", SignatureVerifier.Verdict.genuine), ("s3creT", .wrong), ("s3cre", .wrong), ("s3cret ", .wrong),
        ("", .wrong),
    ])
    func aSharedSecretMustBeEqual(_ claim: String, _ verdict: SignatureVerifier.Verdict) {
        let shared = WebhookAuthentication.sharedSecret(header: "X-Secret", secret: Secret("s3cret"))
        let headers = [HeaderField("x-secret", claim)]
        #expect(SignatureVerifier().verify(shared, headers: headers, body: [], now: Self.now) == verdict)
    }

    /// The last digit of a padded base64 text has bits that mean nothing; a second spelling of the same bytes is refused.
    @Test func base64HasOneSpelling() {
        let authentication = WebhookAuthentication.hmacSHA256(
            header: "s",
            prefix: "",
            encoding: .base64,
            key: Secret(Self.key)
        )
        func verify(_ text: String) -> SignatureVerifier.Verdict {
            let headers = [HeaderField("s", text)]
            return SignatureVerifier().verify(authentication, headers: headers, body: Self.body, now: Self.now)
        }
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let text = Data(Self.code(Self.body)).base64EncodedString()
        #expect(verify(text) == .genuine)
        #expect(verify(String(text.dropLast())) == .wrong)
        let last = text.dropLast().last
        let spellings = alphabet.filter { $0 != last }.map { String(text.dropLast(2)) + String($0) + "=" }
        #expect(spellings.count == 63)
        for spelling in spellings { #expect(verify(spelling) == .wrong) }
    }
}
