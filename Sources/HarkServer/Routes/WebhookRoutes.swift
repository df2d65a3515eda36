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
                return challenge.response
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
            if let greeting = called.greeting(body) { return greeting.response }
            let headers = request.headers.map { HeaderField($0.name.rawName, $0.value) }
            let senders = try called.authenticate(headers: headers, body: body, now: clock.now)
            let arrival = called.arrival(from: senders, headers: headers, body: body, now: clock.now)
            let outcome = try await take(arrival)
            wakeups.arrived()
            note(outcome.undecoded == nil ? "stored" : "undecoded")
            let failure = (try? arrival.decoded.get())?.failure
            for sender in senders {
                let condition = failure.map { Condition.unhealthy($0.description) } ?? .healthy
                await health.report(sender.id, part: "webhook", condition)
            }
            // Providers that read a body and say nothing of it expect JSON.
            return called.answer(to: body, from: senders)?.response ?? JSONBody.response([String: String]())
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
