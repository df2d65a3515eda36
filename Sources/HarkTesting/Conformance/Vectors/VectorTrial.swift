import Foundation
import HarkCore
import HarkServer

/// One delivery before the verifier, and every way to alter it by a bit.
struct VectorTrial {
    var authentication: WebhookAuthentication
    var fields: [HTTPField]
    var body: [UInt8]
    var now: Instant
    /// Names and values of a signed form, as they are altered.
    var form: [(name: [UInt8], value: [UInt8])]?

    var isGenuine: Bool {
        SignatureVerifier().verify(authentication, headers: fields, body: body, now: now) == .genuine
    }

    /// How many deliveries that differ in one bit were tried, and how many of them still passed.
    func altered(every step: Int) -> (tried: Int, passed: Int) {
        let all = bodies + addresses + forms + signedFields + signatures
        let trials = stride(from: 0, to: all.count, by: step).map { all[$0] }
        return (trials.count, trials.count { $0.isGenuine })
    }

    private var bodies: [VectorTrial] {
        form != nil ? [] : body.flips.map { with(\.body, $0) }
    }

    private var addresses: [VectorTrial] {
        guard case .signedForm(let header, let url, let key) = authentication else { return [] }
        return Array(url.utf8).flips.map {
            with(\.authentication, .signedForm(header: header, url: String(decoding: $0, as: UTF8.self), key: key))
        }
    }

    private var forms: [VectorTrial] {
        (form ?? []).indices.flatMap { index -> [VectorTrial] in
            guard let form else { return [] }
            let names = form[index].name.flips.map { (name: $0, value: form[index].value) }
            let values = form[index].value.flips.map { (name: form[index].name, value: $0) }
            return (names + values).map { pair in
                var pairs = form
                pairs[index] = pair
                return with(\.body, Array(SignatureVector.written(pairs).utf8))
            }
        }
    }

    /// Times and ids that stand in the headers and are signed with the body.
    private var signedFields: [VectorTrial] {
        fields.indices.flatMap { index -> [VectorTrial] in
            let (name, value) = (fields[index].name.lowercased(), fields[index].value)
            if name.hasSuffix("timestamp") || name == "webhook-id" { return replacing(index, value, in: value) }
            let members = value.split(separator: ",")
            guard let time = members.first(where: { $0.hasPrefix("t=") }) else { return [] }
            return replacing(index, String(time.dropFirst(2)), in: value)
        }
    }

    private func replacing(_ index: Int, _ part: String, in value: String) -> [VectorTrial] {
        Array(part.utf8).flips.map { bytes in
            let text = value.replacingOccurrences(of: part, with: String(decoding: bytes, as: UTF8.self))
            return with(\.fields[index].value, text)
        }
    }

    /// The bytes of every signature without which the delivery is refused.
    private var signatures: [VectorTrial] {
        fields.indices.flatMap { index -> [VectorTrial] in
            let value = fields[index].value
            return value.split { " ,=".contains($0) }.map(String.init).flatMap { token in
                guard let code = Code(token),
                    !with(\.fields[index].value, value.replacingOccurrences(of: token, with: "")).isGenuine
                else { return [VectorTrial]() }
                return code.bytes.flips.map { bytes in
                    let text = code.written(bytes)
                    return with(\.fields[index].value, value.replacingOccurrences(of: token, with: text))
                }
            }
        }
    }

    private func with<Value>(_ path: WritableKeyPath<VectorTrial, Value>, _ value: Value) -> VectorTrial {
        var trial = self
        trial[keyPath: path] = value
        return trial
    }
}

/// The bytes of a signature and how they were written.
private struct Code {
    var bytes: [UInt8]
    private var isHex: Bool

    /// Twenty bytes or more in hexadecimal digits or base64; nil for any other text.
    init?(_ text: String) {
        let digits = Array(text.utf8)
        if digits.count.isMultiple(of: 2), digits.count >= 40, text.allSatisfy(\.isHexDigit) {
            isHex = true
            bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
            }
        } else {
            let padding = String(repeating: "=", count: (4 - digits.count % 4) % 4)
            guard let data = Data(base64Encoded: text + padding), data.count >= 20 else { return nil }
            isHex = false
            bytes = Array(data)
        }
    }

    /// Other bytes, written the same way but without padding: that stands beside the token.
    func written(_ bytes: [UInt8]) -> String {
        if isHex { return bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() }
        return Data(bytes).base64EncodedString().replacingOccurrences(of: "=", with: "")
    }
}

extension [UInt8] {
    /// Every run of bytes that differs from this one in a single bit.
    fileprivate var flips: [[UInt8]] {
        (0..<count * 8).map { bit in
            var bytes = self
            bytes[bit / 8] ^= 1 << (bit % 8)
            return bytes
        }
    }
}
