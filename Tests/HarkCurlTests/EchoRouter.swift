import Hummingbird

/// Routes that tell what they were asked.
func echoRouter(whenWaiting: (@Sendable () -> Void)? = nil) -> Router<BasicRequestContext> {
    let router = Router()
    for method in [HTTPRequest.Method.get, .put, .post, .patch, .delete] {
        router.on("/echo", method: method) { request, _ in try await echo(request) }
        router.on("/status/:code", method: method) { _, context in
            Response(status: .init(code: try context.parameters.require("code", as: Int.self)))
        }
    }
    for method in [HTTPRequest.Method.get, .head] {
        router.on("/bytes/:count", method: method) { _, context in
            let count = try context.parameters.require("count", as: Int.self)
            let body = ByteBuffer(repeating: 120, count: count)
            return Response(status: .ok, body: .init(byteBuffer: body))
        }
    }
    router.get("/elsewhere") { _, _ in Response.redirect(to: "/status/200", type: .found) }
    router.get("/never") { _, _ in
        whenWaiting?()
        try await Task.sleep(for: .seconds(60))
        return Response(status: .ok)
    }
    return router
}

private func echo(_ request: Request) async throws -> Response {
    let body = try await request.body.collect(upTo: 1 << 20)
    let told = [
        ("X-Method", request.method.rawValue),
        ("X-Query", request.uri.query ?? ""),
        ("X-Asked", request.field("X-Asked")),
        ("X-Empty", request.field("X-Empty")),
        ("X-User-Agent", request.field("User-Agent")),
        ("X-Content-Type", request.field("Content-Type")),
        ("X-Expect", request.field("Expect")),
    ]
    var headers = HTTPFields()
    for (name, value) in told {
        if let name = HTTPFields.Key(name) { headers[name] = value }
    }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
}

extension Request {
    /// A field's value; "none" when there is no such field.
    fileprivate func field(_ name: String) -> String {
        HTTPFields.Key(name).flatMap { headers[$0] } ?? "none"
    }
}
