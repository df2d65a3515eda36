import HarkCore
import Hummingbird

/// What is promised: `/api/v1/conversations/{id}/sla`, `/api/v1/radar`, `/api/v1/sla/what-if`.
extension Doors {
    var serviceLevel: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/conversations/{id}/sla", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).serviceLevel(of: .init(try scope.number())))
            },
            Endpoint(.get, "/api/v1/radar", .role(.agent)) { request, scope in
                let parameters = try AddressParameters(request, known: ["within_seconds"])
                let seconds = try parameters.number("within_seconds", default: 7200, in: 1...31_622_400)
                return JSONBody.response(Listing(data: try await desk(of: scope).radar(within: .seconds(seconds))))
            },
            Endpoint(.post, "/api/v1/sla/what-if", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(
                    Change.self,
                    from: request,
                    fields: ["holidays", "teams", "policies"]
                )
                let change = WhatIf(holidays: body.holidays ?? [], teams: body.teams ?? [], policies: body.policies)
                return JSONBody.response(try await desk(of: scope).whatIf(change))
            },
        ]
    }
}

/// A change to try; what is absent stays as it is.
private struct Change: Decodable {
    var holidays: [String]?
    var teams: [String]?
    var policies: String?
}
