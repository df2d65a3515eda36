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
        if let draft = found.draft {
            if fields["kind"] != .null { compare("kind", .text(draft.kind.rawValue)) }
            compare("author", .of(draft.author?.id))
            compare("text", .of(draft.text)) { $0.collapsed == $1.collapsed }
            compare("private", .bool(draft.isPrivate))
            compare("thread", .of(draft.thread))
            compare("parent", .of(draft.parent))
            compare("attachments", .int(Int64(draft.attachments.count)))
            for (field, got) in stated(of: draft) where fields[field] != nil { compare(field, got) }
        }
        if let report = found.report {
            // A voice message that was played was read.
            compare("state", .text(report.state.rawValue)) { $0 == $1 || $0 == .text("played") && $1 == .text("read") }
            if fields["watermark"] != nil { compare("watermark", .of(report.watermark)) }
        }
        if let reaction = found.reaction {
            compare("author", .of(reaction.author?.id))
            compare("target", .text(reaction.target))
            if fields["removed"]?.isTrue ?? false {
                if reaction.symbol != nil {
                    mismatches.append(Mismatch(field: "removed", expected: "true", got: "false"))
                }
            } else {
                compare("text", .of(reaction.symbol))
            }
        }
        return mismatches
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
