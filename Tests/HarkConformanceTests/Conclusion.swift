import Foundation
import HarkCore

/// What a connector must conclude from a provider's error, read from the oracle's sentence.
struct Conclusion {
    /// The call of a recording, or nil when there is only one.
    var call: Int?
    var sentence: String

    /// `call 6: 422 …; call 7: 404 …`, or one sentence.
    static func all(in error: String) -> [Conclusion] {
        error.components(separatedBy: "; ").map { part in
            guard part.hasPrefix("call "), let colon = part.firstIndex(of: ":") else {
                return Conclusion(call: nil, sentence: part)
            }
            let call = Int(part[part.index(part.startIndex, offsetBy: 5)..<colon])
            return Conclusion(
                call: call,
                sentence: part[part.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            )
        }
    }

    /// Whether the connector's conclusion is the one that is asked for; false for a sentence nobody taught this table.
    func agrees(with failure: ConnectorFailure?) -> Bool {
        switch (sentence.prefix { $0 != " " && $0 != ":" }, failure) {
        case ("401", .reauthorise), ("404", .notFound), ("422", .rejected), ("429", .rateLimited),
            ("rate", .rateLimited),
            ("group", .rejected), ("403-like", .rejected), ("403-like", .forbidden):
            true
        case ("400", .rejected): sentence.contains("validation")
        case ("400", .reauthorise): sentence.contains("credentials")
        default: false
        }
    }
}
