import Foundation
import HarkCore

/// One thing to feed to a connector: a whole file, a case of it, a call, or a line.
struct Piece: Sendable {
    var file: String
    var shape: String
    /// What the oracle says was called; empty when nobody knows.
    var endpoint = ""
    var caseName: String?
    var call: Int?
    var line: Int?
    var exchange: Exchange
    /// Header fields of a webhook.
    var headers: [HTTPField] = []

    var body: [UInt8] { exchange.response.body }

    /// The body as JSON, or nil.
    var json: Any? { try? JSONSerialization.jsonObject(with: Data(body), options: [.fragmentsAllowed]) }

    /// The body's members, or none when it is no object.
    var object: [String: Any] { json as? [String: Any] ?? [:] }

    /// What was called, in the recording's words or else in the oracle's; tells what an ignored answer belongs to.
    var called: String {
        if !exchange.method.isEmpty {
            // Ids would make a kind of its own of every call.
            let parts = exchange.segments.map { $0.contains { $0.isNumber || "%!@".contains($0) } ? "…" : $0 }
            return exchange.method + " /" + parts.joined(separator: "/")
        }
        return endpoint.isEmpty ? "an answer to another call" : endpoint
    }

    /// The method that was called: as recorded, else as the oracle writes it before the path; GET where neither says.
    var method: String {
        if !exchange.method.isEmpty { return exchange.method }
        let word = endpoint.prefix { $0 != " " }
        return !word.isEmpty && word.allSatisfy { $0.isASCII && $0.isUppercase } ? String(word) : "GET"
    }

    /// The segments of the path that was called, as recorded or as the oracle writes it.
    var segments: [String] {
        if !exchange.segments.isEmpty { return exchange.segments }
        guard let path = endpoint.split(separator: " ").last(where: { $0.contains("/") }) else { return [] }
        return path.prefix { $0 != "?" }.split(separator: "/").map(String.init)
    }

    /// Whether nobody wrote down what was called; then the body's own shape has to tell.
    var isAnonymous: Bool { exchange.method.isEmpty && exchange.path.isEmpty && endpoint.isEmpty }

    /// The first element of a body that is a list.
    var firstElement: [String: Any] { (json as? [Any])?.first as? [String: Any] ?? [:] }

    /// Whether the call, as far as anybody wrote it down, has these words in it.
    func asks(_ words: String) -> Bool { called.contains(words) || endpoint.contains(words) }

    /// Names it in a report.
    var label: String {
        [caseName.map { "[\($0)]" }, call.map { "call \($0)" }, line.map { "line \($0)" }].compactMap(\.self)
            .joined(separator: " ")
    }

    /// The same piece with another body.
    func with(_ json: Any) -> Piece {
        var piece = self
        guard let data = try? JSONSerialization.data(withJSONObject: json, options: [.fragmentsAllowed]) else {
            return self
        }
        piece.exchange.response.body = Array(data)
        return piece
    }
}
