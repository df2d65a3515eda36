import Foundation
import HarkCore
import Yams

/// Exchanges with a server as tools write them down: one in JSON, or a cassette of many (VCR and betamax, YAML or JSON).
enum Recording {
    /// The exchanges in a file, or nil when it is no recording.
    static func exchanges(in bytes: [UInt8], file: String) throws -> [Exchange]? {
        if file.hasSuffix(".yaml") || file.hasSuffix(".yml") {
            guard let root = try Yams.load(yaml: String(decoding: bytes, as: UTF8.self)) as? [String: Any],
                let interactions = root["interactions"] as? [[String: Any]]
            else { return nil }
            return try interactions.map(exchange)
        }
        let root = try? JSONSerialization.jsonObject(with: Data(bytes))
        if let list = interactions(in: root) { return try list.map(exchange) }
        guard let object = root as? [String: Any], object["status"] is Int, let request = object["request"],
            request is [String: Any]
        else { return nil }
        return [try exchange(["request": request, "response": object])]
    }

    private static func interactions(in root: Any?) -> [[String: Any]]? {
        if let list = root as? [[String: Any]] {
            return !list.isEmpty && list.allSatisfy { $0["request"] is [String: Any] && $0["response"] != nil }
                ? list : nil
        }
        let object = root as? [String: Any]
        return (object?["http_interactions"] ?? object?["interactions"]) as? [[String: Any]]
    }

    private static func exchange(_ interaction: [String: Any]) throws -> Exchange {
        let request = interaction["request"] as? [String: Any] ?? [:]
        let response = interaction["response"] as? [String: Any] ?? [:]
        let status = response["status"]
        let code = status as? Int ?? (status as? [String: Any])?["code"] as? Int ?? 200
        return Exchange(
            method: request["method"] as? String ?? "",
            url: (request["uri"] ?? request["url"] ?? request["path"]) as? String ?? "",
            requestHeaders: fields(request["headers"]),
            response: HTTPResponse(
                status: code,
                headers: fields(response["headers"]),
                body: try body(response["body"])
            )
        )
    }

    private static func fields(_ value: Any?) -> [HTTPField] {
        (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, value in
            let values = value as? [Any] ?? [value]
            return values.map { HTTPField(name, "\($0)") }
        }
    }

    /// A body stands as text, as text inside an object, in base64, or as the JSON it is.
    private static func body(_ value: Any?) throws -> [UInt8] {
        switch value {
        case nil, is NSNull: return []
        case let text as String: return Array(text.utf8)
        case let data as Data: return Array(data)
        case let object as [String: Any] where object["string"] != nil: return try body(object["string"])
        case let object as [String: Any] where object["base64_string"] is String:
            return Array(Data(base64Encoded: object["base64_string"] as? String ?? "") ?? Data())
        case .some(let json):
            return Array(try JSONSerialization.data(withJSONObject: json, options: [.fragmentsAllowed]))
        }
    }
}
