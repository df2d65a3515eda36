import HarkCore
import HarkServer
import Testing

/// Standard Webhooks 1.0: id, time and body are signed together.
struct StandardWebhooksTests {
    static let seconds: Int64 = 1_700_000_000
    let signer = StandardWebhookSigner()
    let body = Array(#"{"text":"hello"}"#.utf8)

    func verify(
        _ headers: [HeaderField],
        secrets: [String]? = nil,
        later seconds: Int64 = 0
    ) -> SignatureVerifier.Verdict {
        SignatureVerifier().verify(
            .standardWebhooks(secrets: (secrets ?? [signer.secret]).map(Secret.init)),
            headers: headers,
            body: body,
            now: Instant(seconds: Self.seconds + seconds)
        )
    }

    @Test(
        arguments: [
            (0, SignatureVerifier.Verdict.genuine), (300, .genuine), (-300, .genuine), (301, .stale), (-301, .stale),
            (86_400, .stale),
        ] as [(Int64, SignatureVerifier.Verdict)]
    )
    func aSignedTimeIsGoodForFiveMinutesEitherWay(_ later: Int64, _ verdict: SignatureVerifier.Verdict) {
        let headers = signer.headers(id: "msg_1", timestamp: Self.seconds, body: body)
        #expect(verify(headers, later: later) == verdict)
    }

    @Test func duringRotationAnySecretMayHaveSigned() {
        let headers = signer.headers(id: "msg_1", timestamp: Self.seconds, body: body)
        let other = StandardWebhookSigner(key: Array("another key".utf8)).secret
        #expect(verify(headers, secrets: [other, signer.secret]) == .genuine)
        #expect(verify(headers, secrets: [other]) == .wrong)
        #expect(verify(headers, secrets: []) == .wrong)
        #expect(verify(headers, secrets: ["whsec_", "whsec_not base64"]) == .wrong)
    }

    @Test func oneOfSeveralSignaturesIsEnough() {
        var headers = signer.headers(id: "msg_1", timestamp: Self.seconds, body: body)
        let good = headers[2].value
        headers[2].value = "v2,AAAA v1,AAAA \(good)"
        #expect(verify(headers) == .genuine)
        headers[2].value = String(repeating: "v1,AAAA ", count: 16) + good
        #expect(verify(headers) == .wrong, "work per delivery is bounded")
        headers[2].value = "v2" + good.dropFirst(2)
        #expect(verify(headers) == .wrong, "only v1 is known")
    }

    /// (which header, its value)
    @Test(arguments: [
        (0, ""), (0, "msg_2"), (0, "msg.1"), (0, String(repeating: "m", count: 257)), (1, "1700000001"), (1, ""),
        (1, "+1700000000"), (1, " 1700000000"), (1, "17000000000000000"), (1, "now"), (2, ""), (2, "v1,"),
    ])
    func everyChangedHeaderIsNoticed(_ index: Int, _ value: String) {
        var headers = signer.headers(id: "msg_1", timestamp: Self.seconds, body: body)
        headers[index].value = value
        #expect(verify(headers) == .wrong)
        headers.remove(at: index)
        #expect(verify(headers) == .wrong)
    }

    @Test func aSignedIdWithADotIsRefused() {
        let headers = signer.headers(id: "a.b", timestamp: Self.seconds, body: body)
        #expect(verify(headers) == .wrong)
    }
}
