/// Addresses and hosts that can stand in a header as they are.
public enum MailAddress {
    /// Whether an address is plain `name@host` in ASCII, nothing quoted, nothing that could end a header.
    public static func isSound(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, let name = parts.first, let host = parts.last, text.utf8.count <= 254 else {
            return false
        }
        return isDotted(name, isNameByte) && isDotted(host, isHostByte)
    }

    /// The host of a URL, for ids; a made-up one when it has none that could stand in a header.
    static func host(of url: String) -> String {
        let afterScheme = url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        let host = afterScheme.split(separator: ":").first.map { $0.lowercased() } ?? ""
        return isDotted(Substring(host).utf8, isHostByte) ? host : "hark.invalid"
    }

    private static func isDotted(_ text: Substring.UTF8View, _ isAllowed: (UInt8) -> Bool) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        isHostByte(byte) || "!#$%&'*+/=?^_`{|}~".utf8.contains(byte)
    }
}
