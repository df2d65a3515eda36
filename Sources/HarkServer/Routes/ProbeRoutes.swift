import HarkCore
import Hummingbird

/// For those who watch the process: `/livez`, `/readyz`, `/metrics`.
///
/// They need no key, because orchestrators and Prometheus have none. `/metrics` names channels and counts, never people or
/// texts; where that is too much, the reverse proxy keeps it inside.
extension Doors {
    var probes: [Endpoint] {
        [
            Endpoint(.get, "/livez", .open) { _, _ in JSONBody.response(["status": "ok", "version": HarkCore.version])
            },
            Endpoint(.get, "/readyz", .open) { request, _ in
                let isVerbose = try AddressParameters(request, known: ["verbose"]).flag("verbose")
                return await readiness(isVerbose: isVerbose)
            },
            Endpoint(.get, "/metrics", .open) { _, _ in
                let page = MetricsPage(store: store, running: running, clock: clock, meter: meter)
                let text = try await page.render()
                return Response(
                    status: .ok,
                    headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                    body: .init(byteBuffer: ByteBuffer(string: text))
                )
            },
        ]
    }

    private func readiness(isVerbose: Bool) async -> Response {
        var checks = ["service": phase.isLeaving ? "shutting down" : "ok", "store": "ok"]
        do {
            _ = try await store.lastEvent()
        } catch {
            checks["store"] = "does not answer"
        }
        let isReady = checks.values.allSatisfy { $0 == "ok" }
        let report = Readiness(status: isReady ? "ready" : "not ready", checks: isVerbose ? checks : nil)
        return JSONBody.response(report, status: isReady ? .ok : .serviceUnavailable)
    }
}

private struct Readiness: Encodable {
    var status: String
    var checks: [String: String]?
}
