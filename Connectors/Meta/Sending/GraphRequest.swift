import Foundation
import HarkCore

/// Builds calls to the Graph API. The token goes into a header, never into the URL.
struct GraphRequest {
    /// The version this code was written against.
    static let version = "v25.0"

    private var base: String
    private var token: String

    init(_ channel: Channel) throws(ConnectorFailure) {
        let isInstagramLogin = channel.network == .instagram && channel.settings["api"] == "instagram"
        let isThreads = channel.network == .threads
        let usual =
            isThreads
            ? "https://graph.threads.net"
            : isInstagramLogin ? "https://graph.instagram.com" : "https://graph.facebook.com"
        let version = channel.settings["version"] ?? (isThreads ? "v1.0" : Self.version)
        base = try channel.origin(usual: usual) + "/" + version
        token = try channel.secret("token").reveal()
    }

    func get(_ path: String..., query: QueryText? = nil) -> HTTPRequest {
        let question = query.map { "?\($0)" } ?? ""
        return HTTPRequest(url: url(path) + question, headers: [HTTPField("Authorization", "Bearer " + token)])
    }

    func post(_ path: String..., body: some Encodable) throws(ConnectorFailure) -> HTTPRequest {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let bytes = try? encoder.encode(body) else { throw .rejected("the reply cannot be written as JSON") }
        return HTTPRequest(
            method: "POST",
            url: url(path),
            headers: [
                HTTPField("Authorization", "Bearer " + token), HTTPField("Content-Type", "application/json"),
            ],
            body: Array(bytes)
        )
    }

    /// Ids come from payloads: encoded, so that none can lead to another call.
    private func url(_ path: [String]) -> String {
        let unreserved = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_~")
        return path.reduce(base) { url, segment in
            url + "/" + (segment.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")
        }
    }
}

/// The answer to the check call.
struct GraphProfile: Decodable, Sendable {
    @Tolerated var name: TextID?
    @Tolerated var username: TextID?
    @Tolerated var phoneNumber: TextID?
    @Tolerated var verifiedName: TextID?

    private enum CodingKeys: String, CodingKey {
        case name
        case username
        case phoneNumber = "display_phone_number"
        case verifiedName = "verified_name"
    }
}
