import HarkCore
import Hummingbird

/// How the team did: `/api/v1/report`.
extension Doors {
    var reports: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/report", .role(.agent)) { request, scope in
                let parameters = try AddressParameters(request, known: ["since_seconds", "by", "explain"])
                let seconds = try parameters.number("since_seconds", default: 2_592_000, in: 1...316_224_000)
                let by: ServiceReport.Grouping = try parameters.word("by") ?? .channel
                let figure: ReportRequest.Figure? = try parameters.word("explain")
                let report = try await desk(of: scope).report(
                    ReportRequest(span: .seconds(seconds), by: by, explain: figure)
                )
                return JSONBody.response(report)
            }
        ]
    }
}
