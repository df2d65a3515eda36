import HarkCore
import HarkServer
import Testing

/// A provider calls. A 2xx means that the delivery is on disk, and nothing else does.
struct WebhookTests {
    let hello = WirePaper.text([1, 2])

    @Test func aSignedDeliveryIsInTheInboxWhenItIsAnswered() async throws {
        try await LiveHark.run { hark async throws in
            #expect(try await hark.deliver(hello).status == 200)
            #expect(try await hark.store.counts().messages == 2)
            let page: InboxPage = try await hark.call("GET", "/api/v1/conversations", as: .agent).json()
            #expect(page.data.map(\.snippet) == ["message 2"])
        }
    }

    @Test func theSameDeliveryAHundredTimesIsOneDelivery() async throws {
        try await LiveHark.run { hark async throws in
            await withTaskGroup { group in
                for _ in 0..<100 {
                    group.addTask {
                        let status = try? await hark.deliver(hello).status
                        #expect(status == 200)
                    }
                }
            }
            let counts = try await hark.store.counts()
            #expect(counts.messages == 2)
            let kept = try await hark.store.deliveries(undecodedOnly: false, before: nil, limit: 10)
            #expect(kept.count == 1)
        }
    }

    @Test func aWrongSignatureStoresNothing() async throws {
        try await LiveHark.run { hark async throws in
            let wrong = try await hark.deliver(hello, secret: "another secret")
            #expect(wrong.status == 401)
            #expect(wrong.problem?.code == "bad_signature")
            let missing = try await hark.call("POST", "/webhooks/wire", json: hello)
            #expect(missing.status == 401)
            #expect(try await hark.store.counts().messages == 0)
            #expect(try await hark.store.deliveries(undecodedOnly: false, before: nil, limit: 10).isEmpty)
        }
    }

    @Test func anUnknownEndpointIsNamedSo() async throws {
        try await LiveHark.run { hark async throws in
            for endpoint in ["nobody", "shop", "%00", "wire%2F"] {
                let answer = try await hark.deliver(hello, to: endpoint)
                #expect(answer.status == 404, "\(endpoint)")
                #expect(answer.problem?.code == "unknown_channel", "\(endpoint)")
            }
        }
    }

    @Test func whatCannotBeReadIsKeptAndAcknowledged() async throws {
        try await LiveHark.run { hark async throws in
            for body in ["not json", "{}", #"{"items":[{"id":"1"}]}"#, ""] {
                #expect(try await hark.deliver(body).status == 200, "\(body)")
            }
            let kept: DeliveriesPage = try await hark.call("GET", "/api/v1/deliveries?undecoded=true", as: .lead).json()
            #expect(kept.data.count == 4)
            #expect(kept.data.allSatisfy { $0.state == .undecoded && $0.error != nil })
        }
    }

    @Test func secretsAndSignaturesAreNotKept() async throws {
        try await LiveHark.run { hark async throws in
            _ = try await hark.deliver(hello)
            let kept = try #require(try await hark.store.deliveries(undecodedOnly: false, before: nil, limit: 1).first)
            #expect(kept.headers.value(of: WireConnector.signatureHeader) == nil)
            #expect(Array(kept.body) == Array(hello.utf8))
        }
    }

    @Test func oversizeIsRefusedByItsAnnouncedLength() async throws {
        try await LiveHark.run { hark async throws in
            let answer = try await hark.call(
                "POST",
                "/webhooks/wire",
                body: [UInt8](repeating: 0x20, count: 5 << 20 + 1)
            )
            #expect(answer.status == 413)
            #expect(answer.problem?.code == "too_large")
        }
    }

    @Test func oversizeIsRefusedWithoutALengthToo() async throws {
        try await LiveHark.run { hark async throws in
            let wire = try Wire(port: hark.port)
            wire.say("POST /webhooks/wire HTTP/1.1\r\nHost: hark\r\nTransfer-Encoding: chunked\r\n\r\n")
            let chunk = [UInt8](repeating: 0x20, count: 1 << 20)
            for _ in 0..<6 {
                wire.say("100000\r\n")
                wire.say(chunk)
                wire.say("\r\n")
            }
            wire.say("0\r\n\r\n")
            let answer = await wire.hear { $0.contains("too_large") }
            #expect(answer.hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func theAddressIsVerifiedByItsToken() async throws {
        try await LiveHark.run { hark async throws in
            let good = try await hark.call("GET", "/webhooks/wire?hub.token=v3rify&hub.challenge=1158%2B2")
            #expect(good.status == 200 && good.text == "1158+2")
            #expect(good.header("content-type") == "text/plain; charset=utf-8")
            for query in ["", "?hub.token=wrong&hub.challenge=1", "?hub.challenge=1"] {
                #expect(try await hark.call("GET", "/webhooks/wire" + query).status == 403, "\(query)")
            }
        }
    }

    @Test func onlyTheChannelWhoseSecretSignedReceives() async throws {
        var other = LiveHark.receiver
        other.id = .init("wire-other")
        other.secrets = ["app": Secret("other secret")]
        try await LiveHark.run(channels: [LiveHark.receiver, other]) { hark async throws in
            #expect(try await hark.deliver(hello, secret: "other secret").status == 200)
            let kept = try #require(try await hark.store.deliveries(undecodedOnly: false, before: nil, limit: 1).first)
            #expect(kept.channel == other.id)
        }
    }

    @Test func aStoreThatFailsIsNeverAnsweredWithYes() async throws {
        try await LiveHark.run(store: BrokenStore()) { hark async throws in
            let answer = try await hark.deliver(hello)
            #expect(answer.status == 503)
            #expect(answer.problem?.code == "storage_error")
            #expect(answer.header("retry-after") == "5")
            #expect(!answer.text.contains("disk"), "what happened inside stays inside")
            let ready = try await hark.call("GET", "/readyz?verbose")
            #expect(ready.status == 503 && ready.text.contains("does not answer"))
            #expect(try await hark.call("GET", "/livez").status == 200)
        }
    }
}
