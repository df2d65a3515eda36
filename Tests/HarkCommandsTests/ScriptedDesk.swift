import Foundation
import HarkCore
import Synchronization

/// A desk that answers from ``Sample`` and notes what it was asked; the ids in `failures` fail.
final class ScriptedDesk: Desk {
    private let noted = Mutex<[String]>([])
    let failures: [Int64: Failure]
    let page: InboxPage
    let checks: [DoctorCheck]

    init(
        failures: [Int64: Failure] = [:],
        page: InboxPage = Sample.inbox,
        checks: [DoctorCheck] = Sample.checks
    ) {
        self.failures = failures
        self.page = page
        self.checks = checks
    }

    var calls: [String] { noted.withLock { $0 } }

    func note(_ call: String) { noted.withLock { $0.append(call) } }

    func inbox(_ request: InboxRequest) async throws -> InboxPage {
        note("inbox “\(request.query)” \(request.limit) \(request.cursor ?? "-")")
        // The sample has one page; a reader of all pages must come to an end.
        return request.cursor == nil ? page : InboxPage(data: [], next: nil)
    }

    func conversation(_ id: Conversation.ID) async throws -> ConversationDetail {
        try check(id.rawValue, "show \(id)")
        return Sample.detail
    }

    func explain(_ id: Conversation.ID) async throws -> Explanation {
        try check(id.rawValue, "why \(id)")
        return Sample.explanation
    }

    func reply(_ id: Conversation.ID, _ reply: ReplyCommand) async throws -> ConversationSummary {
        try check(
            id.rawValue,
            "reply \(id) “\(reply.text)” \(reply.then)"
                + (reply.idempotencyKey?.count == 2 ? " key \(reply.idempotencyKey ?? "")" : "")
                + (reply.seen.map { " seen \($0)" } ?? "")
        )
        return Sample.summary(id.rawValue) { $0.state = reply.then }
    }

    func edit(_ id: Conversation.ID, _ edit: EditCommand) async throws -> ConversationSummary {
        let key = edit.idempotencyKey.map { " key \($0)" } ?? ""
        try check(id.rawValue, "edit \(id) \(edit.message) “\(edit.text)”" + key)
        return Sample.summary(id.rawValue)
    }

    func note(_ id: Conversation.ID, text: String) async throws -> ConversationSummary {
        try check(id.rawValue, "note \(id) “\(text)”")
        return Sample.summary(id.rawValue)
    }

    func change(_ id: Conversation.ID, _ change: ConversationChange) async throws -> ConversationSummary {
        let parts: [String?] = [
            change.assignee.map { "@" + $0 }, change.team, change.addTags.map { "+\($0)" },
            change.removeTags.map { "-\($0)" }, change.state?.rawValue, change.snoozedUntil?.description,
        ]
        try check(id.rawValue, "change \(id) " + parts.compactMap(\.self).joined(separator: " "))
        return Sample.changed(id.rawValue, change)
    }

    func attachment(_ number: Int, of id: Conversation.ID) async throws -> AttachmentContent {
        try check(id.rawValue, "attachment \(id) \(number)")
        return AttachmentContent(attachment: Attachment(kind: .file, name: "../a.pdf"), bytes: [1, 2, 3])
    }

    func channels() async throws -> [ChannelHealth] { Sample.channels }

    func checkChannels(_ ids: [Channel.ID]) async throws -> [ChannelCheck] {
        note("check \(ids)")
        return [ChannelCheck(id: "acme-chat", ok: ids.isEmpty, detail: "401: the token is not accepted")]
    }

    func deliveries(_ request: DeliveriesRequest) async throws -> DeliveriesPage {
        note("deliveries \(request.undecodedOnly) \(request.limit)")
        return DeliveriesPage(data: Sample.deliveries, next: nil)
    }

    func retryDeliveries(_ ids: [Int64]) async throws -> [DeliveryRetry] {
        note("retry \(ids)")
        return ids.map { DeliveryRetry(id: $0, ok: $0 == 1, items: 0, error: $0 == 1 ? nil : "still broken") }
    }

    func tokens() async throws -> [TokenSummary] { Sample.tokens }

    func createToken(_ command: TokenCommand) async throws -> CreatedToken {
        note("create \(command.name) \(command.role)")
        return CreatedToken(summary: Sample.tokens[0], token: "hark_secret")
    }

    func revokeToken(_ id: Int64) async throws -> TokenSummary {
        try check(id, "revoke \(id)")
        return Sample.tokens[1]
    }

    func events(after: Int64, limit: Int) async throws -> [EventView] { [] }

    func directory() async throws -> Directory { Directory(me: "ana", teams: ["support"]) }

    /// A view as the server writes it.
    static func decoded<View: Decodable>(_ json: String) throws -> View {
        try JSONDecoder().decode(View.self, from: Data(json.utf8))
    }

    func check(_ id: Int64, _ call: String) throws {
        note(call)
        if let failure = failures[id] { throw failure }
    }
}
