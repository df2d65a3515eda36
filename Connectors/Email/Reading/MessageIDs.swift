import Foundation

/// The ids in Message-ID, In-Reply-To and References, without their brackets.
enum MessageIDs {
    /// All ids of a field in order.
    static func all(in field: String?) -> [String] {
        guard let field else { return [] }
        var ids: [String] = []
        var rest = Substring(field)
        while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
            let id = rest[rest.index(after: open)..<close].filter { !$0.isWhitespace }
            if !id.isEmpty, id.utf8.count <= 900, !ids.contains(id) { ids.append(id) }
            rest = rest[rest.index(after: close)...]
        }
        // Some senders leave the brackets out.
        if ids.isEmpty {
            ids = field.split(whereSeparator: \.isWhitespace).map(String.init).filter {
                $0.contains("@") && $0.utf8.count <= 900 && !$0.contains("<") && !$0.contains(">")
            }
        }
        return ids
    }
}
