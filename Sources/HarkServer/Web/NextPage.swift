import Foundation
import Hummingbird

extension Response {
    /// Names the next page in a `Link` field (RFC 8288), with the parameters of this one.
    mutating func link(toNext cursor: String?, of request: Request, keeping: [(String, String)]) {
        guard let cursor else { return }
        link(
            toNext: keeping.filter { !$0.1.isEmpty } + [("cursor", cursor)],
            of: request
        )
    }

    /// Names the next page by its parameters.
    mutating func link(toNext parameters: [(String, String)], of request: Request) {
        let unreserved = CharacterSet(charactersIn: "-._~").union(.alphanumerics.intersection(.ascii))
        let query = parameters.map { name, value in
            name + "=" + (value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")
        }
        headers[.link] = "<\(request.uri.path)?\(query.joined(separator: "&"))>; rel=\"next\""
    }
}

extension CharacterSet {
    fileprivate static let ascii = CharacterSet(charactersIn: "\u{0}"..."\u{7F}")
}
