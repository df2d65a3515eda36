import Foundation
import HarkConnectors
import HarkCore

/// Feeds recorded webhook bodies to a connector.
struct WebhookFeeding {
    var connector: any WebhookConnector
    var channel: Channel

    func feedings(of expectation: Expectation) throws -> [Feeding] {
        let data = try Oracle.bytes(of: expectation.file)
        if let cases = try cases(in: data, of: expectation) {
            return cases.sorted { $0.key < $1.key }.map { name, body in
                feeding(name, body, expectation.items.filter { $0.caseName == name })
            }
        }
        return [feeding("", try wrapped(data, by: expectation.note), expectation.items)]
    }

    private func feeding(_ label: String, _ body: Data, _ expected: [ExpectedItem]) -> Feeding {
        let decoded = Result { () throws(DecodingFailure) in
            try connector.decode(Array(body), headers: [], channel: channel)
        }
        return Feeding(label: label, expected: expected, decoded: decoded)
    }

    /// A file that maps names to bodies; nil when it is one body.
    private func cases(in data: Data, of expectation: Expectation) throws -> [String: Data]? {
        guard let file = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { return nil }
        if let payload = file["payload"], file["headers"] != nil {
            return ["payload": try JSONSerialization.data(withJSONObject: payload)]
        }
        guard expectation.note.contains("file maps case name") else { return nil }
        let pairs = try file.compactMap { name, body -> (String, Data)? in
            guard let body = body as? [String: Any] else { return nil }
            return (name, try JSONSerialization.data(withJSONObject: enveloped(body)))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Documentation shows bare events and entries; the wire never does.
    private func enveloped(_ body: [String: Any]) -> [String: Any] {
        if body["object"] != nil { return body }
        if body["messaging"] != nil { return ["object": "page", "entry": [body]] }
        return ["object": "page", "entry": [["id": "0", "time": 1, "messaging": [body]]]]
    }

    /// Some recordings hold only the inner object; the oracle's note says under which key it travels.
    private func wrapped(_ data: Data, by note: String) throws -> Data {
        guard let range = note.range(of: #"wrap as {"update_id":1,""#) else { return data }
        let key = note[range.upperBound...].prefix { $0 != "\"" }
        let inner = try JSONSerialization.jsonObject(with: data)
        return try JSONSerialization.data(withJSONObject: ["update_id": 1, String(key): inner])
    }
}
