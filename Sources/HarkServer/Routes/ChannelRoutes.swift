import HarkCore
import Hummingbird

/// The connections and what arrived over them: `/api/v1/channels`, `/api/v1/deliveries`.
extension Doors {
    var channels: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/channels", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).channels()))
            },
            Endpoint(.post, "/api/v1/channels/check", .role(.lead)) { request, scope in
                let body = try await JSONBody.read(IDs<Account.ID>.self, from: request, fields: ["ids"])
                return JSONBody.response(Listing(data: try await desk(of: scope).checkChannels(body.ids ?? [])))
            },
        ]
    }

    var deliveries: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/deliveries", .role(.lead)) { request, scope in
                let parameters = try AddressParameters(request, known: ["undecoded", "limit", "cursor"])
                let undecoded = try parameters.flag("undecoded")
                let limit = try parameters.limit()
                let cursor = try parameters.text("cursor", upTo: 500)
                let page = try await desk(of: scope).deliveries(
                    DeliveriesRequest(undecodedOnly: undecoded, limit: limit, cursor: cursor)
                )
                var response = JSONBody.response(page)
                let kept = [("undecoded", undecoded ? "true" : ""), ("limit", String(limit))]
                response.link(toNext: page.next, of: request, keeping: kept)
                return response
            },
            Endpoint(.post, "/api/v1/deliveries/retry", .role(.lead)) { request, scope in
                let body = try await JSONBody.read(IDs<Int64>.self, from: request, fields: ["ids"])
                let retries = try await desk(of: scope).retryDeliveries(body.ids ?? [])
                wakeups.arrived()
                return JSONBody.response(Listing(data: retries))
            },
        ]
    }
}

/// A choice by id; without one, everything is meant.
private struct IDs<ID: Decodable>: Decodable {
    var ids: [ID]?
}
