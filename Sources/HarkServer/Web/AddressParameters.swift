import Foundation
import HarkCore
import Hummingbird

/// The parameters of a request's address: after the question mark, and the numbers in the path.
struct AddressParameters: Sendable {
    private let values: [String: String]

    /// Reads the query part; refuses what is not UTF-8.
    init(_ request: Request) throws(Failure) {
        var values: [String: String] = [:]
        for part in (request.uri.query ?? "").split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(sides[0]), let value = sides.count > 1 ? Self.decoded(sides[1]) : "" else {
                throw Failure(.badRequest, "the address is not valid UTF-8 in percent-encoding")
            }
            values[name] = values[name] ?? value
        }
        self.values = values
    }

    /// Reads the query part and refuses names that mean nothing here.
    init(_ request: Request, known: Set<String>) throws(Failure) {
        try self.init(request)
        let unknown = values.keys.filter { !known.contains($0) }.sorted()
        guard unknown.isEmpty else {
            let list = known.isEmpty ? "none" : known.sorted().joined(separator: ", ")
            throw Failure(
                .badRequest,
                "the address has parameters that mean nothing here; known are: \(list)",
                problems: unknown.map { .init(pointer: "?\($0)", detail: "unknown parameter") }
            )
        }
    }

    /// All of them, as a provider sent them.
    var all: [String: String] { values }

    /// A text, nil when absent or empty.
    func text(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// A text not longer than a number of characters.
    func text(_ name: String, upTo limit: Int) throws(Failure) -> String? {
        guard let text = text(name) else { return nil }
        guard text.count <= limit else { throw Self.invalid(name, "at most \(limit) characters") }
        return text
    }

    /// One of a set of words; nil when absent.
    func word<Word: RawRepresentable & CaseIterable>(_ name: String) throws(Failure) -> Word?
    where Word.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let word = Word(rawValue: text) else {
            throw Self.invalid(name, "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return word
    }

    /// A whole number within bounds.
    func number(_ name: String, default fallback: Int64, in bounds: ClosedRange<Int64>) throws(Failure) -> Int64 {
        guard let text = values[name] else { return fallback }
        guard let number = Int64(text), bounds.contains(number) else {
            let words =
                bounds.upperBound == .max
                ? "a whole number from \(bounds.lowerBound)"
                : "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
            throw Self.invalid(name, words)
        }
        return number
    }

    /// How many rows a page has.
    func limit() throws(Failure) -> Int { Int(try number("limit", default: 50, in: 1...200)) }

    /// Yes or no; a bare name is yes.
    func flag(_ name: String) throws(Failure) -> Bool {
        switch values[name] {
        case nil, "false", "0": false
        case "", "true", "1": true
        default: throw Self.invalid(name, "true or false")
        }
    }

    private static func invalid(_ name: String, _ detail: String) -> Failure {
        Failure(.badRequest, "“\(name)” must be \(detail)", problems: [.init(pointer: "?\(name)", detail: detail)])
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacing("+", with: " ").removingPercentEncoding
    }
}

extension RequestScope {
    /// The number in the path. What is no number is the id of nothing.
    func number(_ name: String = "id") throws(Failure) -> Int64 {
        let text = parameters.get(name) ?? ""
        guard let number = Int64(text), number > 0 else { throw Failure(.notFound, "there is no “\(text.prefix(40))”") }
        return number
    }
}
