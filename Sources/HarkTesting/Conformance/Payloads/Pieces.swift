import Foundation
import HarkCore
import Yams

/// Takes a payload file apart into what a connector is fed.
struct Pieces {
    var row: Row
    var expectation: Expectation

    /// The pieces of a file, in order.
    func cut(_ bytes: [UInt8]) throws -> [Piece] {
        let whole = piece(Exchange(body: bytes))
        if let cut = row.cut?(whole) { return cut.map(finished) }
        if expectation.file.hasSuffix(".jsonl") {
            return bytes.split(separator: UInt8(ascii: "\n")).enumerated().map { number, line in
                var piece = piece(Exchange(body: Array(line)))
                piece.line = number
                return row.prepare(piece)
            }
        }
        if let exchanges = try Recording.exchanges(in: bytes, file: expectation.file) {
            return exchanges.enumerated().map { number, exchange in
                var piece = piece(exchange)
                piece.call = number
                return row.prepare(piece)
            }
        }
        let body = isYAML ? (try Yams.load(yaml: String(decoding: bytes, as: UTF8.self))).map(whole.with) : whole
        return (cases(of: body ?? whole) ?? [body ?? whole]).map(finished)
    }

    /// Documentation that shows a body as YAML means JSON.
    private var isYAML: Bool { expectation.file.hasSuffix(".yaml") || expectation.file.hasSuffix(".yml") }

    /// A bare body has no status: an answer that the oracle or the body itself calls an error gets one.
    private func finished(_ piece: Piece) -> Piece {
        var piece = row.prepare(piece)
        guard piece.exchange.method.isEmpty, piece.exchange.response.status == 200 else { return piece }
        piece.exchange.response.status = status(of: piece)
        return piece
    }

    private func status(of piece: Piece) -> Int {
        let object = piece.object
        let conclusion = expectation.conclusions.first { $0.concerns(piece) }
        if let code = conclusion?.httpStatus { return code }
        if let code = object["status"] as? Int, (400..<600).contains(code) { return code }
        let isRefusal = object["ok"] as? Bool == false || object["error"] is [String: Any] || object["errors"] != nil
        return conclusion != nil && object["ok"] == nil && object["data"] == nil || isRefusal && object["data"] == nil
            ? 400 : 200
    }

    private func piece(_ exchange: Exchange) -> Piece {
        Piece(
            file: expectation.file,
            shape: expectation.shape,
            endpoint: expectation.endpoint,
            exchange: exchange
        )
    }

    /// The bodies of a file that maps names, or places, to bodies; nil when the file is one body.
    private func cases(of whole: Piece) -> [Piece]? {
        let bodies: [(String, Any)]
        switch whole.json {
        case let object as [String: Any] where isMap(object):
            bodies = object.filter { !$0.key.hasPrefix("_") && ($0.value is [String: Any] || $0.value is [Any]) }
                .sorted { $0.key < $1.key }
        case let list as [Any] where expectation.note.contains("array of") || isNumbered:
            bodies = list.enumerated().map { (String($0.offset), $0.element) }
        default: return nil
        }
        return bodies.map { name, body in
            var piece = whole.with(body)
            piece.caseName = name
            return piece
        }
    }

    private var isNumbered: Bool { expectation.items.contains { $0.caseName.map { Int($0) != nil } ?? false } }

    private func isMap(_ object: [String: Any]) -> Bool {
        let names = Set(expectation.items.compactMap(\.caseName))
            .union(expectation.conclusions.compactMap(\.caseName))
        if !names.isDisjoint(with: object.keys) || object["_source"] != nil { return true }
        if !row.bodyKeys.isDisjoint(with: object.keys) { return false }
        guard expectation.shape == "webhook", !row.bodyKeys.isEmpty, !object.isEmpty else { return false }
        return object.values.allSatisfy { value in
            guard let body = value as? [String: Any] else { return value is String }
            return !row.bodyKeys.isDisjoint(with: body.keys)
        }
    }
}
