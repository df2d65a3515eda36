import HarkCore
import Hummingbird
import Logging

/// Where providers call: `/webhooks/{endpoint}`.
extension Doors {
    var webhooks: [Endpoint] {
        let path = "/webhooks/{endpoint}"
        return [
            Endpoint(.get, path, .open) { request, scope in
                let called = try WebhookEndpoint(scope.parameters.get("endpoint") ?? "", in: running.setup)
                guard let challenge = called.handshake(try AddressParameters(request).all) else {
                    throw Failure(.forbidden, "the verification token is not the one in channels.yaml")
                }
                return Response(
                    status: .ok,
                    headers: [.contentType: "text/plain; charset=utf-8"],
                    body: .init(byteBuffer: ByteBuffer(string: challenge))
                )
            },
            Endpoint(.post, path, .open) { request, scope in try await receive(request, scope) },
        ]
    }

    /// Verifies, decodes, files, and only then says yes: a 2xx means that the delivery is on disk.
    private func receive(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let called = try WebhookEndpoint(scope.parameters.get("endpoint") ?? "", in: running.setup)
        func note(_ outcome: String) {
            meter.count(.webhooks, [("endpoint", called.name), ("outcome", outcome)])
        }
        do {
            let body = try await RawBody.collect(request, limit: WebhookEndpoint.bodyLimit)
            let headers = request.headers.map { HeaderField($0.name.rawName, $0.value) }
            let senders = try called.authenticate(headers: headers, body: body, now: clock.now)
            let outcome = try await take(called.arrival(from: senders, headers: headers, body: body))
            wakeups.arrived()
            note(outcome.undecoded == nil ? "stored" : "undecoded")
            for sender in senders { await health.report(sender.id, part: "webhook", .healthy) }
            // The body is what providers that read one expect: empty JSON.
            return JSONBody.response([String: String]())
        } catch let failure as Failure {
            note(failure.code.rawValue)
            throw failure
        } catch {
            note(Failure.Code.storage.rawValue)
            scope.logger.error("delivery not stored", metadata: ["error": "\(error)"])
            throw Failure(.storage, "the delivery was not stored")
        }
    }
}
