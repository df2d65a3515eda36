import HarkCore
import HarkServer
import Testing

/// What orchestrators and Prometheus see.
struct ProbeTests {
    @Test func aRunningServiceIsAliveAndReady() async throws {
        try await LiveHark.run { hark async throws in
            #expect(try await hark.call("GET", "/livez").status == 200)
            let ready = try await hark.call("GET", "/readyz?verbose")
            #expect(ready.status == 200)
            #expect(ready.text.contains(#""store":"ok""#))
        }
    }

    @Test func aServiceOnItsWayOutIsAliveButNotReady() async throws {
        var pace = Pace.quick
        pace.notice = .seconds(2)
        try await LiveHark.run(pace: pace) { hark async throws in
            await hark.stop()
            var status = 200
            for _ in 0..<100 where status == 200 { status = try await hark.call("GET", "/readyz").status }
            #expect(status == 503)
            #expect(try await hark.call("GET", "/livez").status == 200)
        }
    }

    @Test func metricsCountWhatHappened() async throws {
        try await LiveHark.run { hark async throws in
            _ = try await hark.deliver(WirePaper.text([1, 2, 3]))
            _ = try await hark.deliver("?")
            _ = try await hark.deliver("x", secret: "wrong")
            _ = try await hark.call("GET", "/api/v1/conversations/1", as: .agent)
            let page = try await hark.call("GET", "/metrics")
            #expect(page.header("content-type") == "text/plain; version=0.0.4; charset=utf-8")
            let lines = Set(page.text.split(separator: "\n").map(String.init))
            for line in [
                "hark_messages_received_total 3", #"hark_conversations{state="open"} 1"#, "hark_deliveries_undecoded 1",
                #"hark_channel_up{channel="wire-hook"} 1"#, #"hark_channel_up{channel="shop"} 0"#,
                #"hark_webhook_deliveries_total{endpoint="wire",outcome="stored"} 1"#,
                #"hark_webhook_deliveries_total{endpoint="wire",outcome="undecoded"} 1"#,
                #"hark_webhook_deliveries_total{endpoint="wire",outcome="bad_signature"} 1"#,
                #"http_requests_total{route="/webhooks/{endpoint}",method="POST",code="200"} 2"#,
                #"http_requests_total{route="/api/v1/conversations/{id}",method="GET",code="200"} 1"#,
                "# TYPE http_request_duration_seconds histogram",
                #"http_request_duration_seconds_bucket{route="/webhooks/{endpoint}",le="+Inf"} 3"#,
            ] { #expect(lines.contains(line), "\(line)") }
            #expect(
                page.text.contains("process_resident_memory_bytes ") && page.text.contains("process_cpu_seconds_total ")
            )
        }
    }
}
