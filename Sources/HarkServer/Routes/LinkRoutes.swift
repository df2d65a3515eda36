import HarkCore
import Hummingbird

/// The links in mails: `/ack/{mark}` and `/unsubscribe/{mark}`. GET only shows, because mail scanners open every link; POST acts.
///
/// They need no key: the mark is one, for one mail and a week.
extension Doors {
    var links: [Endpoint] {
        let (ack, end) = ("/ack/{mark}", "/unsubscribe/{mark}")
        return [
            Endpoint(.get, ack, .open) { _, scope in
                try await withLetter(scope, .acknowledge) { letter, page, _ in PageBody.response(page.letter(letter)) }
            },
            Endpoint(.post, ack, .open) { _, scope in try await acknowledge(scope) },
            Endpoint(.get, end, .open) { _, scope in
                try await withLetter(scope, .unsubscribe) { letter, page, _ in
                    PageBody.response(page.unsubscribing(letter.group))
                }
            },
            Endpoint(.post, end, .open) { _, scope in
                try await withLetter(scope, .unsubscribe) { _, page, item in
                    try await alertLinks.unsubscribe(item)
                    wakeups.commanded()
                    return PageBody.response(page.note(.unsubscribed))
                }
            },
        ]
    }

    private var alertLinks: AlertLinks { AlertLinks(store: store, running: running, clock: clock) }

    private func acknowledge(_ scope: RequestScope) async throws -> Response {
        let mark = scope.parameters.get("mark") ?? ""
        return try await withLetter(scope, .acknowledge) { _, page, item in
            guard try await alertLinks.acknowledge(item, mark: mark) else {
                return PageBody.response(page.note(.usedBefore), status: .gone)
            }
            wakeups.commanded()
            return PageBody.response(page.note(.takenCare))
        }
    }

    private func withLetter(
        _ scope: RequestScope,
        _ purpose: LinkSigner.Purpose,
        _ answer: (AlertLinks.Letter, AlertPage, OutboxItem.ID) async throws -> Response
    ) async throws -> Response {
        let language = running.setup.configuration.mail?.language ?? .english
        let page = AlertPage(language, now: clock.now)
        switch try await linkKey.signer().read(scope.parameters.get("mark") ?? "", for: purpose, at: clock.now) {
        case .forged: return PageBody.response(page.note(.unknown), status: .notFound)
        case .expired: return PageBody.response(page.note(.expired), status: .gone)
        case .valid(let item):
            guard let letter = try await alertLinks.letter(item) else {
                return PageBody.response(page.note(.unknown), status: .notFound)
            }
            return try await answer(letter, AlertPage(letter.language, now: clock.now), item)
        }
    }
}
