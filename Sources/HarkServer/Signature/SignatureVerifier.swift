import Crypto
public import HarkCore

/// Checks that a webhook comes from who it says, over the raw bytes and in constant time.
public struct SignatureVerifier: Sendable {
    /// What a signature proved.
    public enum Verdict: Sendable, Hashable {
        /// It is genuine.
        case genuine
        /// It is genuine but was signed too long ago, or in the future: perhaps a replay.
        case stale
        /// It proves nothing.
        case wrong
    }

    /// How far a signed timestamp may be from now, either way.
    public static let tolerance = Span.minutes(5)

    /// The most signatures read from one header field, so that a sender cannot buy work.
    static let mostSignatures = 16

    /// A verifier.
    public init() {}

    /// Checks a delivery's headers and raw body.
    public func verify(
        _ authentication: WebhookAuthentication,
        headers: [HeaderField],
        body: [UInt8],
        now: Instant
    ) -> Verdict {
        switch authentication {
        case .sharedSecret(let header, let secret):
            // An empty secret is a mistake in the configuration, never a key.
            guard let claim = headers.value(of: header), !secret.reveal().isEmpty else { return .wrong }
            return ConstantTime.areEqual(claim, secret.reveal()) ? .genuine : .wrong
        case .hmacSHA256(let header, let prefix, let encoding, let key):
            guard let claim = headers.value(of: header), claim.hasPrefix(prefix), !key.reveal().isEmpty,
                let code = decode(String(claim.dropFirst(prefix.count)), encoding)
            else { return .wrong }
            return isValid(code, key: Array(key.reveal().utf8), parts: [body]) ? .genuine : .wrong
        case .standardWebhooks(let secrets):
            return verifyStandard(secrets, headers: headers, body: body, now: now)
        }
    }

    private func decode(_ text: String, _ encoding: WebhookAuthentication.Encoding) -> [UInt8]? {
        switch encoding {
        case .hex: SignatureText.hex(text)
        case .base64: SignatureText.base64(text)
        }
    }

    private func isValid(_ code: [UInt8], key: [UInt8], parts: [[UInt8]]) -> Bool {
        var signing = HMAC<SHA256>(key: SymmetricKey(data: key))
        for part in parts { signing.update(data: part) }
        // The comparison of a MAC with bytes is the library's, in constant time.
        return signing.finalize() == code
    }
}

/// Standard Webhooks 1.0.
extension SignatureVerifier {
    private func verifyStandard(
        _ secrets: [Secret],
        headers: [HeaderField],
        body: [UInt8],
        now: Instant
    ) -> Verdict {
        // A dot in the id would let the parts of the signed text be cut in another place.
        guard let id = headers.value(of: "webhook-id"), !id.isEmpty, id.utf8.count <= 256, !id.contains("."),
            let timestamp = headers.value(of: "webhook-timestamp"), let seconds = Self.seconds(timestamp),
            let claims = headers.value(of: "webhook-signature")
        else { return .wrong }
        let codes = claims.split(separator: " ").prefix(Self.mostSignatures).compactMap { claim in
            claim.hasPrefix("v1,") ? SignatureText.base64(String(claim.dropFirst(3))) : nil
        }
        let signed = Array("\(id).\(timestamp).".utf8)
        var isGenuine = false
        for key in secrets.compactMap(Self.key) {
            for code in codes where isValid(code, key: key, parts: [signed, body]) { isGenuine = true }
        }
        guard isGenuine else { return .wrong }
        let age = now - Instant(seconds: seconds)
        return age <= Self.tolerance && Span.zero - age <= Self.tolerance ? .genuine : .stale
    }

    private static func key(_ secret: Secret) -> [UInt8]? {
        let text = secret.reveal()
        let key = SignatureText.base64Key(text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : text)
        return key?.isEmpty == false ? key : nil
    }

    /// Seconds since the epoch, at most twelve digits: no overflow, no sign, no white space.
    private static func seconds(_ text: String) -> Int64? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text)
    }
}
