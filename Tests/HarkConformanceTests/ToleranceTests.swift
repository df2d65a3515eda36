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
        try everyBody(of: network) { feeder, json in
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
        try everyBody(of: network, atMost: 12) { feeder, json in
            for spoiled in Self.spoilings(of: json).prefix(150) { _ = feeder.feed(Self.bytes(spoiled)) }
        }
    }

    private func everyBody(of network: String, atMost: Int = .max, _ body: (BodyFeeder, Any) throws -> Void) throws {
        let row = try #require(Row.all.first { $0.network == network })
        let connector = try #require(ConnectorRegistry(Connectors.all).connector(for: row.id))
        var fed = 0
        for expectation in try Recorded.payloads.expectations() where expectation.network == network && fed < atMost {
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

    /// The body with one value replaced by one of another type, for every value in it.
    private static func spoilings(of json: Any) -> [Any] {
        let others: [Any] = [NSNull(), 7, "x", [Any](), [String: Any]()]
        switch json {
        case let object as [String: Any]:
            return object.keys.sorted().flatMap { key -> [Any] in
                let inner = spoilings(of: object[key] ?? NSNull())
                return (others + inner).map { value in object.merging([key: value]) { $1 } }
            }
        case let list as [Any]:
            return list.indices.prefix(2).flatMap { index -> [Any] in
                (others + spoilings(of: list[index])).map { value in
                    var list = list
                    list[index] = value
                    return list
                }
            }
        default: return others
        }
    }
}

/// What lies beside the project.
enum Recorded {
    static let payloads = PayloadFolder.beside(
        package: URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    )
}
