import Foundation
@testable import HarkConformance
import HarkConnectors
import HarkCore
import Testing

/// Tomorrow's payloads: members nobody knows, ids written as numbers, values of another type. Nothing crashes, a member
/// nobody knows changes nothing, and one odd element costs no other.
@Suite(.enabled(if: Recorded.payloads.isThere, "no recorded payloads: set HARK_SHARED"))
struct ToleranceTests {
    static let rows = Row.all.filter { ConnectorRegistry(Connectors.all).connector(for: $0.id) != nil }.map(\.network)

    @Test(arguments: rows)
    func membersNobodyKnowsChangeNothing(_ network: String) throws {
        try everyBody(of: network, atMost: Recorded.isFull ? .max : 12) { feeder, json in
            let plain = feeder.feed(Self.bytes(json))
            #expect(feeder.feed(Self.bytes(json)) == plain, "the same body twice is not the same")
            let odd = feeder.feed(Self.bytes(Self.withStrangers(json)))
            for (one, other) in zip(plain, odd) {
                guard case .success(let one) = one, case .success(let other) = other else { continue }
                #expect(one.items == other.items)
            }
        }
    }

    @Test(arguments: rows)
    func aValueOfAnotherTypeCrashesNothing(_ network: String) throws {
        let (bodies, values) = Recorded.isFull ? (Int.max, Int.max) : (4, 40)
        try everyBody(of: network, atMost: bodies) { feeder, json in
            for spoiled in Self.spoilings(of: json, atMost: values) { _ = feeder.feed(Self.bytes(spoiled)) }
        }
    }

    @Test(arguments: rows)
    func aNumberIsTheSameAsTextAndTextAsANumber(_ network: String) throws {
        let (bodies, values) = Recorded.isFull ? (Int.max, Int.max) : (8, 60)
        try everyBody(of: network, atMost: bodies) { feeder, json in
            let plain = feeder.feed(Self.bytes(json))
            let places = Self.paths(in: json)
            for index in stride(from: 0, to: places.count, by: max(1, places.count / values)) {
                guard let other = Self.inTheOtherForm(Self.value(places[index][...], in: json)) else { continue }
                let odd = feeder.feed(Self.bytes(Self.replacing(places[index][...], in: json, by: other)))
                for (one, other) in zip(plain, odd) {
                    guard case .success(let one) = one else { continue }
                    let items = try other.get().items
                    #expect(one.items == items, "\(places[index].joined(separator: "."))")
                }
            }
        }
    }

    private func everyBody(of network: String, atMost: Int = .max, _ body: (BodyFeeder, Any) throws -> Void) throws {
        let row = try #require(Row.all.first { $0.network == network })
        let connector = try #require(ConnectorRegistry(Connectors.all).connector(for: row.id))
        var fed = 0
        for expectation in try Recorded.expectations.get() where expectation.network == network && fed < atMost {
            guard let bytes = try? Recorded.payloads.bytes(of: expectation.file) else { continue }
            for piece in try Pieces(row: row, expectation: expectation).cut(bytes) {
                guard let json = piece.json, fed < atMost else { continue }
                try body(BodyFeeder(connector: connector, channel: row.channel(for: piece)), json)
                fed += 1
            }
        }
    }

    private static func bytes(_ json: Any) -> [UInt8] {
        (try? JSONSerialization.data(withJSONObject: json, options: [.fragmentsAllowed, .sortedKeys])).map(Array.init)
            ?? []
    }

    /// A member of tomorrow in every object.
    private static func withStrangers(_ json: Any) -> Any {
        switch json {
        case let object as [String: Any]:
            var object = object.mapValues(withStrangers)
            object["zz_tomorrow"] = ["nested": [1, "two", NSNull()]]
            return object
        case let list as [Any]: return list.map(withStrangers)
        default: return json
        }
    }

    /// The body with one value replaced by one of another type, at places spread over the whole of it.
    private static func spoilings(of json: Any, atMost: Int) -> [Any] {
        let places = paths(in: json)
        let step = max(1, places.count / max(1, atMost / 5))
        return stride(from: 0, to: places.count, by: step).flatMap { index in
            ([NSNull(), 7, "x", [Any](), [String: Any]()] as [Any]).map {
                replacing(places[index][...], in: json, by: $0)
            }
        }
    }

    /// Where the values of a body stand: names and numbers from the outside in.
    private static func paths(in json: Any) -> [[String]] {
        switch json {
        case let object as [String: Any]:
            return object.sorted { $0.key < $1.key }.flatMap { key, value in
                [[key]] + paths(in: value).map { [key] + $0 }
            }
        case let list as [Any]:
            return list.prefix(2).enumerated().flatMap { index, value in
                [["\(index)"]] + paths(in: value).map { ["\(index)"] + $0 }
            }
        default: return []
        }
    }

    private static func value(_ path: ArraySlice<String>, in json: Any) -> Any? {
        guard let first = path.first else { return json }
        if let object = json as? [String: Any] { return object[first].flatMap { value(path.dropFirst(), in: $0) } }
        guard let list = json as? [Any], let index = Int(first), list.indices.contains(index) else { return nil }
        return value(path.dropFirst(), in: list[index])
    }

    /// `7` of `"7"` and the other way round; nil for what is neither.
    private static func inTheOtherForm(_ value: Any?) -> Any? {
        if let text = value as? String, let number = Int64(text), String(number) == text { return number }
        guard let number = value as? NSNumber, !["c", "B"].contains(String(cString: number.objCType)),
            Int64(number.stringValue) != nil
        else { return nil }
        return number.stringValue
    }

    private static func replacing(_ path: ArraySlice<String>, in json: Any, by value: Any) -> Any {
        guard let first = path.first else { return value }
        if var object = json as? [String: Any], let inner = object[first] {
            object[first] = replacing(path.dropFirst(), in: inner, by: value)
            return object
        }
        if var list = json as? [Any], let index = Int(first), list.indices.contains(index) {
            list[index] = replacing(path.dropFirst(), in: list[index], by: value)
            return list
        }
        return json
    }
}

/// What lies beside the project.
enum Recorded {
    /// What is expected, read once.
    static let expectations = Result { try payloads.expectations() }

    /// Whether everything is tried (HARK_FULL=1), not a moderate part of it.
    static let isFull = ProcessInfo.processInfo.environment["HARK_FULL"] == "1"

    static let payloads = PayloadFolder.beside(
        package: URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    )
}
