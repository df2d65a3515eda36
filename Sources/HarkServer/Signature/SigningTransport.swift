import Crypto
import Foundation
public import HarkCore

/// Signs what asks for a signature, then sends it. Time and keys meet here and nowhere else.
public struct SigningTransport: Transport {
    private let transport: any Transport
    private let clock: any WallClock

    /// Signs what leaves through a transport.
    public init(_ transport: any Transport, clock: any WallClock) {
        self.transport = transport
        self.clock = clock
    }

    /// Sends a request, signed where it asks for it.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard let signing = request.signing else { return try await transport.send(request) }
        var signed = request
        signed.signing = nil
        signed.headers += try Self.fields(signing, body: request.body, now: clock.now)
        return try await transport.send(signed)
    }

    /// The header fields that prove a request.
    static func fields(
        _ signing: RequestSigning,
        body: [UInt8],
        now: Instant
    ) throws(ConnectorFailure) -> [HTTPField] {
        switch signing {
        case .standardWebhooks(let id, let key):
            let timestamp = String(now.milliseconds / 1000)
            let signature = try signature(of: Array("\(id).\(timestamp).".utf8) + body, key: key)
            return [
                HTTPField("webhook-id", id), HTTPField("webhook-timestamp", timestamp),
                HTTPField("webhook-signature", signature),
            ]
        case .webToken(let token):
            return [HTTPField("Authorization", "Bearer " + (try bearer(token, now: now)))]
        }
    }

    private static func signature(of bytes: [UInt8], key: Secret) throws(ConnectorFailure) -> String {
        let text = key.reveal()
        if text.hasPrefix("whsk_") {
            guard let seed = SignatureText.base64Key(String(text.dropFirst(5))),
                let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed.prefix(32)),
                let code = try? key.signature(for: bytes)
            else { throw .misconfigured("the signing key is none: whsk_ and 32 bytes in base64 are expected") }
            return "v1a," + code.base64EncodedString()
        }
        let digits = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
        guard let key = SignatureText.base64Key(digits), !key.isEmpty else {
            throw .misconfigured("the signing key is none: whsec_ and at least 24 bytes in base64 are expected")
        }
        let code = HMAC<SHA256>.authenticationCode(for: bytes, using: SymmetricKey(data: key))
        return "v1," + Data(code).base64EncodedString()
    }

    private static func bearer(_ token: RequestSigning.WebToken, now: Instant) throws(ConnectorFailure) -> String {
        guard let key = try? P256.Signing.PrivateKey(pemRepresentation: token.key.reveal()) else {
            throw .misconfigured("the private key is none: a PEM text that begins with -----BEGIN PRIVATE KEY-----")
        }
        let seconds = now.milliseconds / 1000
        let header = ["alg": "ES256", "kid": token.keyID, "typ": "JWT"]
        let claims = Claims(
            iss: token.issuer,
            iat: seconds,
            exp: seconds + token.lifetime.milliseconds / 1000,
            aud: token.audience
        )
        guard let head = try? JSONEncoder().encode(header), let body = try? JSONEncoder().encode(claims) else {
            throw .misconfigured("the token's claims cannot be written")
        }
        let signed = base64URL(head) + "." + base64URL(body)
        guard let code = try? key.signature(for: Array(signed.utf8)) else {
            throw .misconfigured("the private key cannot sign")
        }
        return signed + "." + base64URL(code.rawRepresentation)
    }

    private struct Claims: Encodable {
        var iss: String
        var iat: Int64
        var exp: Int64
        var aud: String
    }

    private static func base64URL(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
