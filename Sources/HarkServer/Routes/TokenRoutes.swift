import HarkCore
import Hummingbird

/// Keys: `/api/v1/tokens`, and whose key this is: `/api/v1/me`.
extension Doors {
    var tokens: [Endpoint] {
        let list = "/api/v1/tokens"
        return [
            Endpoint(.get, list, .role(.admin)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).tokens()))
            },
            Endpoint(.post, list, .role(.admin)) { request, scope in
                let command = try await JSONBody.read(TokenCommand.self, from: request, fields: ["name", "role"])
                let created = try await desk(of: scope).createToken(command)
                wakeups.log.signal()
                return JSONBody.response(created, status: .created)
            },
            Endpoint(.delete, list + "/{id}", .role(.admin)) { _, scope in
                let revoked = try await desk(of: scope).revokeToken(try scope.number())
                wakeups.log.signal()
                return JSONBody.response(revoked)
            },
            Endpoint(.get, "/api/v1/me", .role(.agent)) { _, scope in JSONBody.response(scope.caller) },
        ]
    }
}
