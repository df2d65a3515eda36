import HarkCore
import Hummingbird

/// Who and what is there to choose from: `/api/v1/directory`.
extension Doors {
    var directory: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/directory", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).directory())
            }
        ]
    }
}
