import Foundation
import HarkCore

/// What a connector must conclude from a provider's error, read from the oracle's sentence.
struct Conclusion: Sendable {
    /// The call of a recording, or nil when there is only one.
    var call: Int?
    /// The case of a file that holds several.
    var caseName: String?
    var sentence: String

    /// `call 6: 422 …; call 7: 404 …`, `case 0: …`, one sentence, or sentences by case.
    static func all(in error: JSONValue) -> [Conclusion] {
        if case .object(let cases) = error {
            return cases.compactMap { name, text in
                text.text.map { Conclusion(caseName: name, sentence: $0) }
            }
        }
        var conclusions: [Conclusion] = []
        for part in (error.text ?? "").components(separatedBy: "; ") where !part.isEmpty {
            if let begun = begun(part) {
                conclusions.append(begun)
            } else if conclusions.isEmpty {
                conclusions.append(Conclusion(sentence: part))
            } else {
                conclusions[conclusions.count - 1].sentence += "; " + part
            }
        }
        return conclusions
    }

    private static func begun(_ part: String) -> Conclusion? {
        guard let colon = part.firstIndex(of: ":") else { return nil }
        let head = part[..<colon].split(separator: " ", maxSplits: 1)
        let sentence = part[part.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        guard head.count == 2 else { return nil }
        switch head[0] {
        case "call": return Int(head[1]).map { Conclusion(call: $0, sentence: sentence) }
        case "case": return Conclusion(caseName: String(head[1]), sentence: sentence)
        default: return nil
        }
    }

    /// Whether it is about a piece.
    func concerns(_ piece: Piece) -> Bool {
        if let call { return piece.call == call || piece.call == nil && piece.line == nil }
        return caseName == nil || caseName == piece.caseName
    }

    /// The HTTP status the sentence begins with.
    var httpStatus: Int? {
        Int(sentence.prefix { $0.isNumber }).flatMap { (200..<600).contains($0) ? $0 : nil }
    }
}

extension Conclusion {
    /// What may be concluded.
    private enum Kind: CaseIterable {
        case none, reauthorise, forbidden, rateLimited, unavailable, notFound, rejected, misconfigured, unreadable

        init(_ failure: ConnectorFailure?) {
            self =
                switch failure {
                case nil: .none
                case .reauthorise: .reauthorise
                case .forbidden: .forbidden
                case .rateLimited: .rateLimited
                case .unavailable: .unavailable
                case .notFound: .notFound
                case .rejected: .rejected
                case .misconfigured: .misconfigured
                case .unreadable: .unreadable
                }
        }
    }

    /// Words of the oracle and what they ask for; the first that occurs counts.
    private static let table: [(words: [String], kinds: Set<Kind>)] = [
        (["must not crash"], Set(Kind.allCases)),
        (["still counts"], [.none]),
        (["treat as empty"], [.none, .notFound]),
        (["rate limit", "429", "wait ", "too many"], [.rateLimited]),
        (["fresh snapshot"], Set(Kind.allCases).subtracting([.none])),
        (["server error", "backoff", "503", "retry after", "unavailable"], [.unavailable, .rateLimited]),
        (["403 permission", "403 forbidden"], [.forbidden, .rejected, .notFound]),
        (["login refused"], [.reauthorise, .forbidden, .misconfigured]),
        (["keyinvalid", "key invalid"], [.reauthorise, .misconfigured]),
        (
            ["reconnect", "revoked", "token", "log in", "logged in", "credentials", "401"],
            [.reauthorise]
        ),
        (["not found", "404"], [.notFound]),
        (["permission", "consent", "403"], [.forbidden, .rejected, .notFound]),
        (
            ["permanent", "not retry", "no retry", "validation", "bug of ours", "blocked", "resend", "invalid"],
            [.rejected, .forbidden, .notFound, .misconfigured]
        ),
    ]

    /// Whether the connector's conclusion is the one that is asked for.
    func agrees(with failure: ConnectorFailure?) -> Bool {
        // “not a rate limit” asks for no rate limit.
        let words = sentence.lowercased().replacing(/not an? [^;,:]*/, with: "")
        let kinds = Self.table.first { $0.words.contains(where: words.contains) }?.kinds
        return (kinds ?? Set(Kind.allCases).subtracting([.none])).contains(Kind(failure))
    }
}
