import Foundation
import HarkCore

/// A signed delivery, or a question about an address, with the result that is right for it.
struct SignatureVector: Decodable {
    var provider: String
    var secret: String?
    var publicKey: String?
    var headers: [String: String]?
    var body: String?
    var url: String?
    var form: [String: JSONValue]?
    var messageHex: String?
    var signature: String?
    var crcToken: String?
    var challengeCode: String?
    var response: JSONValue?
    var expectedResponse: JSONValue?
    var valid: Bool

    private enum CodingKeys: String, CodingKey {
        case provider, secret, headers, body, url, form, signature, challengeCode, response, valid
        case publicKey = "public_key"
        case messageHex = "message_hex"
        case crcToken = "crc_token"
        case expectedResponse = "expected_response"
    }

    /// The provider's name without what stands behind it.
    var name: String { String(provider.prefix { $0 != " " }) }

    /// Header fields; a bare signature stands in one of its own.
    var fields: [HTTPField] {
        var fields = (headers ?? [:]).sorted { $0.key < $1.key }.map { HTTPField($0.key, $0.value) }
        if let signature { fields.append(HTTPField("Signature", signature)) }
        if form != nil { fields.append(HTTPField("Content-Type", "application/x-www-form-urlencoded")) }
        return fields
    }

    /// The raw body: given, a message in digits, or a form to be written.
    var bytes: [UInt8] {
        if let body { return Array(body.utf8) }
        if let form { return Array(Self.written(pairs(form)).utf8) }
        let digits = Array(messageHex ?? "")
        return stride(from: 0, to: digits.count - digits.count % 2, by: 2).compactMap {
            UInt8(String(digits[$0...$0 + 1]), radix: 16)
        }
    }

    /// Names and values of the form, in an order of no meaning.
    func pairs(_ form: [String: JSONValue]) -> [(name: [UInt8], value: [UInt8])] {
        form.sorted { $0.key < $1.key }.flatMap { name, value in
            let values = value.text.map { [$0] } ?? value.list.compactMap(\.text)
            return values.map { (Array(name.utf8), Array($0.utf8)) }
        }
    }

    /// A form as it is posted, every byte escaped.
    static func written(_ pairs: [(name: [UInt8], value: [UInt8])]) -> String {
        func escaped(_ bytes: [UInt8]) -> String {
            bytes.map { "%" + String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        return pairs.map { escaped($0.name) + "=" + escaped($0.value) }.joined(separator: "&")
    }

    /// The time of the vector: its own, where it has one.
    var now: Instant {
        let values = fields.flatMap { $0.value.split(separator: ",").map(String.init) }
        let times = values.map { $0.hasPrefix("t=") ? String($0.dropFirst(2)) : $0 }.compactMap { Int64($0) }
        return Instant(seconds: times.first { $0 > 1_000_000_000 } ?? 1_700_000_000)
    }
}
