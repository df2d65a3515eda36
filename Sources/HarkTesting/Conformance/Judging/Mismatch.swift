import Foundation
import HarkCore

/// A field that was read otherwise than expected.
struct Mismatch: CustomStringConvertible {
    var field: String
    var expected: String
    var got: String

    var description: String { "\(field): expected \(expected), got \(got)" }
}

extension ExpectedItem {
    /// Everything in which a found item differs; empty when it is a right reading.
    func mismatches(with found: FoundItem) -> [Mismatch] {
        var mismatches: [Mismatch] = []
        func compare(_ field: String, _ got: JSONValue, _ same: (JSONValue, JSONValue) -> Bool = { $0 == $1 }) {
            let allowed = allowed(field)
            guard !allowsAnything(in: field), !allowed.contains(where: { same($0, got) }) else { return }
            mismatches.append(Mismatch(field: field, expected: describe(allowed), got: describe([got])))
        }
        let readings = allowed("is").compactMap(\.text)
        if found.readings.isDisjoint(with: readings) {
            mismatches.append(
                Mismatch(field: "is", expected: "\(readings)", got: "\(found.readings.sorted())")
            )
        }
        if !allowed("id").allSatisfy({ $0 == .null }) { compare("id", .of(found.id)) }
        for (field, got, same) in comparisons(with: found) { compare(field, got, same) }
        if let reaction = found.reaction, fields["removed"]?.isTrue ?? false, reaction.symbol != nil {
            mismatches.append(Mismatch(field: "removed", expected: "true", got: "false"))
        }
        return mismatches
    }

    private typealias Comparison = (String, JSONValue, (JSONValue, JSONValue) -> Bool)

    /// What is compared, field by field, and how.
    private func comparisons(with found: FoundItem) -> [Comparison] {
        let equal: (JSONValue, JSONValue) -> Bool = { $0 == $1 }
        var list: [Comparison] = []
        if let draft = found.draft {
            if fields["kind"] != .null { list.append(("kind", .text(draft.kind.rawValue), equal)) }
            list.append(("author", .of(draft.author?.id), equal))
            list.append(("text", .of(draft.text), { $0.collapsed == $1.collapsed }))
            // Null: the payload alone does not settle it.
            if allowed("private") != [.null] { list.append(("private", .bool(draft.isPrivate), equal)) }
            list.append(("thread", .of(draft.thread), equal))
            if fields["parent"] != nil { list.append(("parent", .of(draft.parent), equal)) }
            list.append(("attachments", .int(Int64(draft.attachments.count)), equal))
            list += stated(of: draft).filter { fields[$0.0] != nil }.map { ($0.0, $0.1, equal) }
        }
        if let report = found.report {
            // A voice message that was played was read.
            list.append(
                ("state", .text(report.state.rawValue), { $0 == $1 || $0 == .text("played") && $1 == .text("read") })
            )
            if fields["watermark"] != nil { list.append(("watermark", .of(report.watermark), equal)) }
        }
        if let reaction = found.reaction {
            list.append(("author", .of(reaction.author?.id), equal))
            list.append(("target", .text(reaction.target), equal))
            if fields["removed"]?.isTrue != true { list.append(("text", .of(reaction.symbol), equal)) }
        }
        return list
    }

    /// Fields that are compared only where the oracle names them.
    private func stated(of draft: Draft) -> [(String, JSONValue)] {
        [
            ("unsupported", .bool(draft.isUnsupported)),
            ("needsFetch", .bool(draft.needsFetch)),
            ("payload", .of(draft.postback)),
            ("rating", draft.rating.map { .int(Int64($0)) } ?? .null),
            ("visibility", .of(draft.visibility)),
        ]
    }

    private func describe(_ values: [JSONValue]) -> String {
        values.map { value in
            switch value {
            case .text(let text): "“\(text)”"
            case .int(let number): "\(number)"
            case .bool(let flag): "\(flag)"
            default: "nothing"
            }
        }
        .joined(separator: " or ")
    }
}

extension JSONValue {
    static func of(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
    static func of(_ instant: Instant?) -> JSONValue { instant.map { .int($0.milliseconds) } ?? .null }

    /// A text with white space collapsed; no text and an empty one are the same.
    fileprivate var collapsed: String {
        (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
