import Crypto
import HarkCore

/// A posted form that is signed together with the address it was posted to: HMAC-SHA1 of the address followed by every
/// field's name and value, fields sorted, a value that comes twice counted once.
struct SignedForm {
    var url: String
    var body: [UInt8]
    var contentType: String?

    /// Whether the code is the key's. The sender may have signed the address with its usual port or without.
    func isSigned(by code: [UInt8], key: Secret) -> Bool {
        let key = Array(key.reveal().utf8)
        guard !key.isEmpty else { return false }
        let fields = isJSON ? [] : Self.fields(body).flatMap { $0.name + $0.value }
        // A body that is no form is not signed itself; the signed address carries its hash.
        if isJSON, !isBodyNamedByAddress { return false }
        var isValid = false
        for address in addresses {
            isValid =
                HMAC<Insecure.SHA1>.isValidAuthenticationCode(
                    code,
                    authenticating: Array(address.utf8) + fields,
                    using: SymmetricKey(data: key)
                ) || isValid
        }
        return isValid
    }

    private var isJSON: Bool {
        contentType?.lowercased().hasPrefix("application/json") ?? (body.first == UInt8(ascii: "{"))
    }

    private var isBodyNamedByAddress: Bool {
        guard let range = url.firstRange(of: "bodySHA256=") else { return false }
        let claim = url[range.upperBound...].prefix { $0 != "&" && $0 != "#" }
        return SignatureText.hex(String(claim)).map { ConstantTime.areEqual($0, SHA256.hash(data: body)) } ?? false
    }

    /// The address as configured, with the scheme's usual port, and without it.
    private var addresses: [String] {
        guard let scheme = ["https://", "http://"].first(where: url.hasPrefix) else { return [url] }
        let port = scheme == "https://" ? ":443" : ":80"
        let rest = url.dropFirst(scheme.count)
        let authority = rest.prefix { !"/?#".contains($0) }
        let tail = rest.dropFirst(authority.count)
        if authority.hasSuffix(port) { return [url, scheme + authority.dropLast(port.count) + tail] }
        let hasPort = authority.split(separator: "]").last?.contains(":") ?? false
        return hasPort ? [url] : [url, scheme + authority + port + tail]
    }

    /// The form's fields as bytes, sorted by name and value, each once.
    static func fields(_ body: [UInt8]) -> [(name: [UInt8], value: [UInt8])] {
        let pairs = body.split(separator: UInt8(ascii: "&")).map { pair in
            let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            return (name: unescaped(halves[0]), value: halves.count == 2 ? unescaped(halves[1]) : [])
        }
        let sorted = pairs.sorted {
            $0.name == $1.name
                ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
        }
        return sorted.enumerated().filter { index, pair in
            index == 0 || pair.name != sorted[index - 1].name || pair.value != sorted[index - 1].value
        }
        .map(\.element)
    }

    private static func unescaped(_ text: some Sequence<UInt8>) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = SignatureText.hex(String(decoding: rest.prefix(2), as: UTF8.self))
            {
                bytes += value
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return bytes
    }
}
