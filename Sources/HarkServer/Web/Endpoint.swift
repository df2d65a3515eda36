import HarkCore
import Hummingbird

/// One door of the server: what it answers to, who may open it, what stands behind it.
struct Endpoint: Sendable {
    typealias Answer = @Sendable (Request, RequestScope) async throws -> Response

    var method: HTTPRequest.Method
    /// The path with names in braces: `/api/v1/conversations/{id}`.
    var path: String
    var access: Access
    var answer: Answer

    init(_ method: HTTPRequest.Method, _ path: String, _ access: Access, answer: @escaping Answer) {
        self.method = method
        self.path = path
        self.access = access
        self.answer = answer
    }

    /// Whether a path has this door's form.
    func matches(_ path: String) -> Bool {
        let pattern = self.path.split(separator: "/")
        let parts = path.split(separator: "/")
        return pattern.count == parts.count
            && zip(pattern, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

/// All doors, as a router.
struct EndpointTable: Sendable {
    var endpoints: [Endpoint]

    /// The router; every request passes the front desk first.
    func router(doorkeeper: Doorkeeper, meter: Meter) -> Router<RequestScope> {
        let router = Router(context: RequestScope.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: FrontDesk(table: self, meter: meter))
        for endpoint in endpoints {
            router.on(RouterPath(endpoint.path), method: endpoint.method) { request, scope in
                var scope = scope
                if case .role(let role) = endpoint.access {
                    scope.caller = try await doorkeeper.admit(request, needing: role)
                }
                return try await endpoint.answer(request, scope)
            }
        }
        return router
    }

    /// The methods that a path answers to, in the order an `Allow` field lists them; empty for no such path.
    func methods(for path: String) -> [String] {
        let methods = Set(endpoints.filter { $0.matches(path) }.map(\.method.rawValue))
        return (methods.contains("GET") ? methods.union(["HEAD"]) : methods).sorted()
    }
}
