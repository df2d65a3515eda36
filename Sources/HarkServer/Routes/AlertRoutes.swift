import HarkCore
import Hummingbird

/// Alerts, their mails and silences: `/api/v1/alerts`, `/api/v1/silences`; and what is wrong: `/api/v1/doctor`.
extension Doors {
    var alerts: [Endpoint] {
        let list = "/api/v1/alerts"
        return [
            Endpoint(.get, list, .role(.agent)) { request, scope in try await alertPage(request, scope) },
            Endpoint(.get, list + "/failed", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).failedAlerts()))
            },
            Endpoint(.post, list + "/retry", .role(.lead)) { request, scope in
                let body = try await JSONBody.read(Numbers.self, from: request, fields: ["ids"])
                let mails = try await desk(of: scope).retryAlerts(body.ids ?? [])
                wakeups.commanded()
                return JSONBody.response(Listing(data: mails))
            },
            Endpoint(.post, list + "/{id}/acknowledge", .role(.agent)) { _, scope in
                let alert = try await desk(of: scope).acknowledge(.init(rawValue: try scope.number()))
                wakeups.commanded()
                return JSONBody.response(alert)
            },
            Endpoint(.get, "/api/v1/doctor", .role(.lead)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).doctor()))
            },
        ]
    }

    var silences: [Endpoint] {
        let list = "/api/v1/silences"
        return [
            Endpoint(.get, list, .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).silences()))
            },
            Endpoint(.post, list, .role(.lead)) { request, scope in
                let fields: Set = ["scope", "ends_at", "reason"]
                let command = try await JSONBody.read(SilenceCommand.self, from: request, fields: fields)
                let silence = try await desk(of: scope).silence(command)
                wakeups.commanded()
                return JSONBody.response(silence, status: .created)
            },
            Endpoint(.delete, list + "/{id}", .role(.lead)) { _, scope in
                let silence = try await desk(of: scope).endSilence(try scope.number())
                wakeups.commanded()
                return JSONBody.response(silence)
            },
        ]
    }

    private func alertPage(_ request: Request, _ scope: RequestScope) async throws -> Response {
        let parameters = try AddressParameters(request, known: ["all", "limit", "cursor"])
        let all = try parameters.flag("all")
        let limit = try parameters.limit()
        let cursor = try parameters.text("cursor", upTo: 40)
        let page = try await desk(of: scope).alerts(AlertsRequest(all: all, limit: limit, cursor: cursor))
        var response = JSONBody.response(page)
        response.link(toNext: page.next, of: request, keeping: [("all", all ? "true" : ""), ("limit", String(limit))])
        return response
    }
}

/// A choice by number; without one, everything is meant.
private struct Numbers: Decodable {
    var ids: [Int64]?
}
