import Crypto
public import HarkCore

/// Makes keys of 256 random bits.
///
/// The text is `hark_` and 43 base64url characters; secret scanners recognise the beginning. Only its SHA-256 is stored: with
/// 256 random bits a slow password hash would add nothing.
public struct RandomTokenMint: TokenMint {
    /// What every key begins with.
    public static let prefix = "hark_"

    /// A mint.
    public init() {}

    /// A fresh key: its text, shown once and never stored, and the hash by which it is found again.
    public func mint() -> (text: String, hash: [UInt8]) {
        let random = SymmetricKey(size: .bits256).withUnsafeBytes { Array($0) }
        let text = Self.prefix + Self.base64url(random)
        return (text, Self.hash(of: text))
    }

    /// The hash by which a key is found.
    public static func hash(of text: String) -> [UInt8] { Array(SHA256.hash(data: Array(text.utf8))) }

    /// Whether a text has the form of a key; anything else need not be looked up.
    static func isKey(_ text: String) -> Bool {
        text.hasPrefix(prefix) && text.utf8.count == prefix.utf8.count + 43
            && text.utf8.dropFirst(prefix.utf8.count).allSatisfy(alphabet.contains)
    }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static func base64url(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits = 0
        for byte in bytes {
            buffer = (buffer & 0xFF) << 8 | UInt32(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(alphabet[Int(buffer >> bits & 63)])
            }
        }
        if bits > 0 { text.append(alphabet[Int(buffer << (6 - bits) & 63)]) }
        return String(decoding: text, as: UTF8.self)
    }
}
