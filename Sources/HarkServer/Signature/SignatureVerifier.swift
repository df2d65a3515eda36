import Foundation
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
            return areEqual(headers.value(of: header), secret) ? .genuine : .wrong
        case .sharedSecretInBody(let member, let secret):
            let object = try? JSONSerialization.jsonObject(with: Data(body.mendedJSON)) as? [String: Any]
            return areEqual(object?[member] as? String, secret) ? .genuine : .wrong
        case .signed(let scheme):
            return verify(scheme, headers: headers, body: body, now: now)
        case .signedForm(let header, let url, let key):
            guard let claim = headers.value(of: header), let code = SignatureText.base64(claim) else { return .wrong }
            let form = SignedForm(url: url, body: body, contentType: headers.value(of: "content-type"))
            return form.isSigned(by: code, key: key) ? .genuine : .wrong
        case .standardWebhooks(let secrets):
            return verifyStandard(secrets, headers: headers, body: body, now: now)
        }
    }

    /// An empty secret is a mistake in the configuration, never a key.
    private func areEqual(_ claim: String?, _ secret: Secret) -> Bool {
        guard let claim, !secret.reveal().isEmpty else { return false }
        return ConstantTime.areEqual(claim, secret.reveal())
    }
}

extension SignatureVerifier {
    private func verify(
        _ scheme: SignatureScheme,
        headers: [HeaderField],
        body: [UInt8],
        now: Instant
    ) -> Verdict {
        guard let key = SigningKey(scheme.algorithm), let claim = scheme.signature.value(in: headers),
            let code = SignatureText.read(claim, scheme.encoding)
        else { return .wrong }
        let timestamp = scheme.timestamp?.value(in: headers)
        var signed: [UInt8] = []
        for part in scheme.signed {
            switch part {
            case .text(let text): signed += Array(text.utf8)
            case .timestamp: signed += Array((timestamp ?? "").utf8)
            case .body: signed += body
            }
        }
        guard scheme.timestamp != nil else { return key.accepts(code, of: signed) ? .genuine : .wrong }
        guard let seconds = timestamp.flatMap(Self.seconds), key.accepts(code, of: signed) else { return .wrong }
        return Self.freshness(of: seconds, now: now)
    }

    /// Standard Webhooks 1.0.
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
        let signed = Array("\(id).\(timestamp).".utf8) + body
        var isGenuine = false
        for claim in claims.split(separator: " ").prefix(Self.mostSignatures) {
            let halves = claim.split(separator: ",", maxSplits: 1)
            guard halves.count == 2, let code = SignatureText.base64(String(halves[1])) else { continue }
            for key in secrets.compactMap(SigningKey.init(standard:)) where key.standardVersion == halves[0] {
                if key.accepts(code, of: signed) { isGenuine = true }
            }
        }
        return isGenuine ? Self.freshness(of: seconds, now: now) : .wrong
    }

    private static func freshness(of seconds: Int64, now: Instant) -> Verdict {
        let age = now - Instant(seconds: seconds)
        return age <= tolerance && Span.zero - age <= tolerance ? .genuine : .stale
    }

    /// Seconds since the epoch, at most twelve digits: no overflow, no sign, no white space.
    private static func seconds(_ text: String) -> Int64? {
        guard (1...12).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int64(text)
    }
}

extension SignatureScheme.Place {
    /// The value at this place, without its prefix.
    fileprivate func value(in headers: [HeaderField]) -> String? {
        switch self {
        case .field(let name, let prefix):
            guard let value = headers.value(of: name), value.hasPrefix(prefix) else { return nil }
            return String(value.dropFirst(prefix.count))
        case .member(let member, let name):
            guard let list = headers.value(of: name) else { return nil }
            // Two members of one name would leave open which of them was meant.
            let values = list.split(separator: ",").map { $0.trimmingPrefix(while: \.isWhitespace) }
                .filter { $0.hasPrefix(member + "=") }
            return values.count == 1 ? String(values[0].dropFirst(member.count + 1)) : nil
        }
    }
}
