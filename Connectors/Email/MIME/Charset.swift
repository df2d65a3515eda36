import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A character set by the name mails give it.
struct Charset {
    static let windows1252 = Charset("windows-1252")

    private let name: String

    init(_ name: String) {
        let plain =
            name.trimmed.lowercased().replacing("\"", with: "").split(separator: "*").first.map(String.init) ?? ""
        self.name = Self.aliases[plain] ?? plain
    }

    /// Names that mails use and iconv does not know, or knows as less than what is meant: mails that say ISO-8859-1
    /// and GB2312 are written in their Windows supersets.
    private static let aliases = [
        "": "utf-8", "utf8": "utf-8", "utf-8mb4": "utf-8", "unicode-1-1-utf-8": "utf-8",
        "ascii": "windows-1252", "us-ascii": "windows-1252", "ansi_x3.4-1968": "windows-1252",
        "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
        "iso_8859-1": "windows-1252", "8bit": "windows-1252", "binary": "windows-1252", "default": "windows-1252",
        "unknown": "windows-1252", "unknown-8bit": "windows-1252", "x-unknown": "windows-1252",
        "cp-850": "cp850", "macintosh": "macintosh", "x-mac-roman": "macintosh",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "hz-gb-2312": "hz",
        "ks_c_5601-1987": "cp949", "ks_c_5601": "cp949", "euc-kr": "cp949", "korean": "cp949",
        "shift_jis": "cp932", "shift-jis": "cp932", "x-sjis": "cp932", "ms_kanji": "cp932", "windows-31j": "cp932",
        "x-euc-jp": "euc-jp", "big5": "big5-hkscs", "iso-8859-8-i": "iso-8859-8", "iso-8859-9": "windows-1254",
        "iso-8859-11": "tis-620", "utf-7": "utf-7", "unicode-1-1-utf-7": "utf-7", "cp1252": "windows-1252",
        "iso-2022-jp": "iso-2022-jp-3",
    ]

    /// The bytes as text. What cannot be read becomes U+FFFD; a set nobody knows is read as UTF-8 or Windows-1252.
    func text(of bytes: some Sequence<UInt8>) -> String {
        let bytes = Array(bytes)
        if name == "utf-8" || bytes.allSatisfy({ $0 < 0x80 && $0 != 0x1B }) && !isStateful {
            return String(validating: bytes, as: UTF8.self) ?? Self.mended(bytes)
        }
        if let text = Self.converted(bytes, from: name) { return text }
        return String(validating: bytes, as: UTF8.self) ?? Self.converted(bytes, from: "windows-1252")
            ?? String(decoding: bytes, as: UTF8.self)
    }

    /// Whether ASCII bytes may mean something else.
    private var isStateful: Bool {
        ["utf-7", "hz"].contains(name)
            || ["utf-16", "utf-32", "ucs-", "iso-2022", "cp037", "ebcdic"].contains { name.hasPrefix($0) }
    }

    /// Text that is said to be UTF-8 and is not: where most of it is, the bad bytes are marked; else it is an old code.
    private static func mended(_ bytes: [UInt8]) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let broken = text.unicodeScalars.count { $0 == "\u{FFFD}" }
        let beyondASCII = text.unicodeScalars.count { !$0.isASCII }
        return broken * 2 > beyondASCII ? converted(bytes, from: "windows-1252") ?? text : text
    }

    /// What iconv makes of the bytes; nil when it does not know the set.
    private static func converted(_ bytes: [UInt8], from name: String) -> String? {
        guard name.utf8.count < 64, name.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "/") }),
            let converter = iconv_open("UTF-8", name), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var input = bytes.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: bytes.count * 4 + 64)
        var written: [UInt8] = []
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var from = input.baseAddress
                var left = input.count
                while true {
                    var to = output.baseAddress
                    var room = output.count
                    let result = iconv(converter, &from, &left, &to, &room)
                    written += output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
                    guard result == .max else { break }
                    if errno == E2BIG { continue }
                    guard left > 0 else { break }
                    // An invalid or cut sequence: mark it and go on behind its first byte.
                    written += [0xEF, 0xBF, 0xBD]
                    from = from.map { $0 + 1 }
                    left -= 1
                }
            }
        }
        return String(decoding: written, as: UTF8.self)
    }
}
