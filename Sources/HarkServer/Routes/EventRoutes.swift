import HarkCore
import Hummingbird

/// What happened: `/api/v1/events`, as pages and as a stream.
extension Doors {
    var events: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/events", .role(.agent)) { request, scope in
                let parameters = try AddressParameters(request, known: ["after", "limit"])
                let after = try parameters.number("after", default: 0, in: 0...Int64.max)
                let limit = try parameters.limit()
                let events = try await desk(of: scope).events(after: after, limit: limit)
                var response = JSONBody.response(Listing(data: events))
                if events.count == limit, let last = events.last {
                    response.link(toNext: [("after", String(last.id)), ("limit", String(limit))], of: request)
                }
                return response
            },
            Endpoint(.get, "/api/v1/events/stream", .role(.agent)) { request, scope in
                let start = try await streamStart(request)
                return EventStream(desk: try desk(of: scope), log: wakeups.log, phase: phase).response(after: start)
            },
        ]
    }

    /// After the last event the reader has seen; a reader who names none gets what happens from now on.
    private func streamStart(_ request: Request) async throws -> Int64 {
        if let seen = request.headers[.lastEventID] {
            guard let number = Int64(seen), number >= 0 else {
                throw Failure(.badRequest, "Last-Event-ID must be the id of an event")
            }
            return number
        }
        let parameters = try AddressParameters(request, known: ["after"])
        let after = try parameters.number("after", default: -1, in: 0...Int64.max)
        return after >= 0 ? after : try await store.lastEvent()
    }
}
