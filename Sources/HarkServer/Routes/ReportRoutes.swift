import HarkCore
import Hummingbird

/// How the team did: `/api/v1/report`.
extension Doors {
    var reports: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/report", .role(.agent)) { request, scope in
                let parameters = try AddressParameters(request, known: ["since_seconds", "by", "explain", "skip"])
                let seconds = try parameters.number("since_seconds", default: 2_592_000, in: 1...316_224_000)
                let by: ServiceReport.Grouping = try parameters.word("by") ?? .channel
                let figure: ReportRequest.Figure? = try parameters.word("explain")
                let skip = try parameters.number("skip", default: 0, in: 0...1_000_000_000)
                let report = try await desk(of: scope).report(
                    ReportRequest(span: .seconds(seconds), by: by, explain: figure, skip: Int(skip))
                )
                return JSONBody.response(report)
            }
        ]
    }
}
