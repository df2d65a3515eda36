import Crypto
import HarkCore

/// A key that proves where bytes come from; every comparison is the library's, in constant time.
enum SigningKey {
    case hmacSHA256(SymmetricKey)
    case ed25519(Curve25519.Signing.PublicKey)

    /// The key of a scheme; nil when its text is no key.
    init?(_ algorithm: SignatureScheme.Algorithm) {
        switch algorithm {
        case .hmacSHA256(let key): self.init(hmac: Array(key.reveal().utf8))
        case .ed25519(let key): self.init(ed25519: SignatureText.hex(key.reveal()))
        }
    }

    /// The key of Standard Webhooks: `whsec_` and `whpk_` are followed by base64, with or without padding.
    init?(standard secret: Secret) {
        let text = secret.reveal()
        if text.hasPrefix("whpk_") {
            self.init(ed25519: SignatureText.base64Key(String(text.dropFirst(5))))
        } else {
            let digits = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text
            self.init(hmac: SignatureText.base64Key(digits) ?? [])
        }
    }

    private init?(hmac bytes: [UInt8]) {
        // An empty secret is a mistake in the configuration, never a key.
        guard !bytes.isEmpty else { return nil }
        self = .hmacSHA256(SymmetricKey(data: bytes))
    }

    private init?(ed25519 bytes: [UInt8]?) {
        guard let bytes, let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
        self = .ed25519(key)
    }

    /// What Standard Webhooks calls signatures of this key.
    var standardVersion: String {
        switch self {
        case .hmacSHA256: "v1"
        case .ed25519: "v1a"
        }
    }

    /// Whether the code is this key's for the bytes.
    func accepts(_ code: [UInt8], of bytes: [UInt8]) -> Bool {
        switch self {
        case .hmacSHA256(let key): HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: bytes, using: key)
        case .ed25519(let key): key.isValidSignature(code, for: bytes)
        }
    }
}
