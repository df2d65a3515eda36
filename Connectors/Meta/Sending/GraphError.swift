import Foundation
import HarkCore

/// The error object of the Graph API. Its code decides; the HTTP status says little.
struct GraphError: Decodable, Sendable {
    /// The longer explanation WhatsApp adds.
    struct Details: Decodable, Sendable {
        @Tolerated var details: TextID?
    }

    @Tolerated var message: TextID?
    @Tolerated var code: TextID?
    @Tolerated var subcode: TextID?
    @Tolerated var isTransient: Bool?
    @Tolerated var data: Details?

    private enum CodingKeys: String, CodingKey {
        case message
        case code
        case subcode = "error_subcode"
        case isTransient = "is_transient"
        case data = "error_data"
    }

    /// What an answer means when it is an error; nil when it is none.
    static func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        struct Body: Decodable, Sendable { var error: GraphError? }
        let body = try? JSONDecoder().decode(Body.self, from: Data(response.body))
        guard let error = body?.error, let code = error.code.text.flatMap({ Int($0) }) else {
            return ConnectorFailure(status: response, now: now)
        }
        return error.failure(code, in: response, channel: channel, now: now)
    }

    private func failure(_ code: Int, in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure {
        let reason = reason(code, channel)
        switch (code, subcode.text.flatMap { Int($0) }) {
        case (0, _), (102, _), (190, _):
            // The provider's own sentence can quote the token.
            return .reauthorise("the access token is no longer valid (Meta error \(label(code))); create a new one")
        case (10, 2_018_278), (10, 2_534_022), (131_047, _):
            return .rejected("outside the 24-hour window: the customer has to write first (Meta error \(label(code)))")
        case (10, 2_018_108), (551, _), (1_545_041, _), (131_026, _), (506, _), (2500, _), (132_000...132_999, _):
            return .rejected(reason)
        case (100, 33): return .notFound(reason)
        case (4, _), (17, _), (32, _), (341, _), (613, _), (80_000...80_099, _), (130_429, _), (131_056, _):
            return .rateLimited(until: now + wait(code, in: response), reason)
        case (3, _), (10, _), (200...299, _), (368, _), (131_031, _): return .forbidden(reason)
        case (1, _), (2, _), (131_000, _), (131_016, _): return .unavailable(reason)
        default:
            if isTransient == true || response.status >= 500 { return .unavailable(reason) }
            return .rejected(reason)
        }
    }

    /// Calling on while limited prolongs the block, so the longest time that Meta names counts.
    private func wait(_ code: Int, in response: HTTPResponse) -> Span {
        // One message in six seconds to the same person.
        if code == 131_056 { return .seconds(6) }
        struct Usage: Decodable, Sendable {
            @Tolerated var minutes: TextID?
            private enum CodingKeys: String, CodingKey { case minutes = "estimated_time_to_regain_access" }
        }
        let header = response.header("X-Business-Use-Case-Usage") ?? ""
        let usage = try? JSONDecoder().decode([String: [Usage]].self, from: Data(header.utf8))
        let minutes = (usage ?? [:]).values.joined().compactMap { $0.minutes.text.flatMap { Int64($0) } }.max() ?? 0
        if minutes > 0 { return .minutes(min(minutes, 1440)) }
        let seconds = response.header("Retry-After").flatMap { Int64($0) } ?? 300
        return .seconds(min(max(seconds, 1), 86_400))
    }

    private func label(_ code: Int) -> String { subcode.text.map { "\(code)/\($0)" } ?? "\(code)" }

    private func reason(_ code: Int, _ channel: Channel) -> String {
        let words = [message.text, data?.details.text].compactMap(\.self).joined(separator: " ")
        let safe = words.quoted(hiding: channel.secrets.values)
        return safe.isEmpty ? "Meta error \(label(code))" : "\(safe) (Meta error \(label(code)))"
    }
}
