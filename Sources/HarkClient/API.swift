import Foundation
import HarkCore

/// One server's REST API: builds requests, reads answers, turns everything that went wrong into a ``Failure``.
struct API: Sendable {
    let server: String
    let token: Secret
    let transport: any Transport

    /// How long an answer may take.
    enum Patience {
        /// The server answers from its own store.
        case usual
        /// The server calls out, or reads many bodies, before it answers.
        case slow

        var span: Span {
            switch self {
            case .usual: .seconds(30)
            case .slow: .seconds(300)
            }
        }
    }

    init(server: String, token: Secret, transport: any Transport) {
        self.server = server.hasSuffix("/") ? String(server.dropLast()) : server
        self.token = token
        self.transport = transport
    }

    func get<Answer: Decodable>(_ path: [String], _ query: KeyValuePairs<String, String?> = [:]) async throws -> Answer
    {
        try await exchange(request("GET", path, query))
    }

    func send<Answer: Decodable>(
        _ method: String,
        _ path: [String],
        _ body: some Encodable,
        headers: [HTTPField] = [],
        patience: Patience = .usual
    ) async throws -> Answer {
        var request = request(method, path)
        request.headers += [HTTPField("Content-Type", "application/json")] + headers
        request.body = [UInt8](try JSONEncoder().encode(body))
        request.timeout = patience.span
        return try await exchange(request)
    }

    func request(_ method: String, _ path: [String], _ query: KeyValuePairs<String, String?> = [:]) -> HTTPRequest {
        let pairs = query.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : PercentEncoding.encode(name) + "=" + PercentEncoding.encode($0) }
        }
        let tail = pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
        return HTTPRequest(
            method: method,
            url: server + "/api/v1/" + path.map(PercentEncoding.encode).joined(separator: "/") + tail,
            headers: [
                HTTPField("Authorization", "Bearer " + token.reveal()),
                HTTPField("Accept", "application/json"),
                HTTPField("User-Agent", "hark/" + HarkCore.version),
            ],
            responseLimit: 64 << 20
        )
    }

    func exchange<Answer: Decodable>(_ request: HTTPRequest) async throws -> Answer {
        let response = try await answer(to: request)
        guard (200..<300).contains(response.status) else { throw Problem.failure(in: response) }
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(response.body))
        } catch {
            throw Failure(
                .internalError,
                "the server at \(server) answered something this version (\(HarkCore.version)) cannot read; "
                    + "update the older of the two"
            )
        }
    }

    /// Sends a request whose answer has no body worth reading.
    func perform(_ request: HTTPRequest) async throws {
        let response = try await answer(to: request)
        guard (200..<300).contains(response.status) else { throw Problem.failure(in: response) }
    }

    private func answer(to request: HTTPRequest) async throws -> HTTPResponse {
        do {
            return try await transport.send(request)
        } catch TransportFailure.cancelled {
            throw CancellationError()
        } catch let failure as TransportFailure {
            throw Failure(.unreachable, "cannot reach the server at \(server); is `hark serve` running? (\(failure))")
        }
    }
}
