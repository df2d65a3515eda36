import Foundation
import HarkCore

/// What the wire network writes, as JSON.
struct WirePaper: Decodable {
    struct Item: Decodable {
        var id: String
        var text: String
    }

    var items: [Item]
    var cursor: String?
    var more: Bool?

    init(_ bytes: [UInt8]) throws(DecodingFailure) {
        do {
            self = try JSONDecoder().decode(WirePaper.self, from: Data(bytes))
        } catch {
            throw DecodingFailure("a list of items was expected")
        }
    }

    var decoded: Decoded {
        Decoded(
            items: items.map { item in
                Inbound(
                    network: WireConnector.network,
                    change: .message(
                        Draft(
                            id: item.id,
                            kind: .direct,
                            isPrivate: true,
                            author: Author(id: "kim", handle: "@kim"),
                            text: item.text,
                            conversation: .person("kim"),
                            sentAt: Instant(seconds: 1_790_000_000)
                        )
                    )
                )
            }
        )
    }

    /// A page in the wire network's words.
    static func text(_ ids: [Int], cursor: Int? = nil, more: Bool = false) -> String {
        let items = ids.map { #"{"id":"\#($0)","text":"message \#($0)"}"# }.joined(separator: ",")
        return #"{"items":[\#(items)],"cursor":\#(cursor.map { "\"\($0)\"" } ?? "null"),"more":\#(more)}"#
    }
}
