import Foundation
import HarkCore
import HarkServer
import Testing

/// Vectors from the providers' own SDKs, where the reference data is at hand (HARK_SHARED).
struct SignatureVectorTests {
    struct Vector: Decodable {
        var provider: String
        var secret: String?
        var headers: [String: String]?
        var body: String?
        var valid: Bool
        var source: String?
    }

    static let file = ReferenceData.file("payloads/vectors/signature_vectors.json")

    /// The vectors whose scheme Hark speaks: the verifier's value for each.
    static func authentication(of vector: Vector) -> WebhookAuthentication? {
        guard let secret = vector.secret, let headers = vector.headers, vector.body != nil else { return nil }
        switch vector.provider {
        case "standard-webhooks": return .standardWebhooks(secrets: [Secret(secret)])
        case "line":
            return .hmacSHA256(header: "x-line-signature", prefix: "", encoding: .base64, key: Secret(secret))
        case "viber":
            let header = "X-Viber-Content-Signature"
            return .hmacSHA256(header: header, prefix: "", encoding: .hex, key: Secret(secret))
        case "x-webhook":
            let header = "x-twitter-webhooks-signature"
            return .hmacSHA256(header: header, prefix: "sha256=", encoding: .base64, key: Secret(secret))
        default:
            guard headers.keys.contains("X-Hub-Signature-256") else { return nil }
            let header = "X-Hub-Signature-256"
            return .hmacSHA256(header: header, prefix: "sha256=", encoding: .hex, key: Secret(secret))
        }
    }

    @Test(.enabled(if: file != nil, "no reference data: set HARK_SHARED"))
    func theProvidersOwnVectorsAgree() throws {
        let data = try Data(contentsOf: URL(filePath: try #require(Self.file)))
        let vectors = try JSONDecoder().decode([Vector].self, from: data)
        var run = 0
        for vector in vectors {
            guard let authentication = Self.authentication(of: vector), let body = vector.body else { continue }
            let headers = (vector.headers ?? [:]).map { HeaderField($0.key, $0.value) }
            // The vectors are years old: their own time is taken for now.
            let seconds = headers.value(of: "webhook-timestamp").flatMap { Int64($0) } ?? 0
            let verdict = SignatureVerifier().verify(
                authentication,
                headers: headers,
                body: Array(body.utf8),
                now: Instant(seconds: seconds)
            )
            #expect((verdict == .genuine) == vector.valid, "\(vector.provider): \(vector.source ?? "computed")")
            run += 1
        }
        print("signature vectors: \(run) of \(vectors.count) are of schemes Hark speaks")
        #expect(run >= 12)
    }
}
