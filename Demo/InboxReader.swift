import Foundation
import HarkCore
import HarkCurl

/// Asks the server what it holds.
struct InboxReader {
    let stage: Stage

    /// Returns when at least so many messages have come in.
    func holds(messages count: Int) async throws {
        try await wait("\(count) messages have arrived") { try await figure("hark_messages_received_total") >= count }
    }

    /// Returns when every answer and mail has left.
    func outboxIsEmpty() async throws {
        try await wait("the outbox is empty") { try await figure(#"hark_outbox_items{state="queued"}"#) == 0 }
    }

    /// One line of `/metrics`.
    func figure(_ name: String) async throws -> Int {
        let answer = try await stage.transport.send(HTTPRequest(url: stage.server.origin + "/metrics"))
        let line = String(decoding: answer.body, as: UTF8.self).split(separator: "\n").first {
            $0.hasPrefix(name + " ")
        }
        guard let number = line?.split(separator: " ").last.flatMap({ Double($0) }) else {
            throw DemoFailure("/metrics does not tell \(name)")
        }
        return Int(number)
    }

    /// The conversations that a query finds, at most 200.
    func conversations(_ query: String) async throws -> [ConversationSummary] {
        let token = try String(contentsOfFile: stage.folder.token(of: "ana"), encoding: .utf8)
        let words = query.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        let answer = try await stage.transport.send(
            HTTPRequest(
                url: "\(stage.server.origin)/api/v1/conversations?limit=200&q=\(words)",
                headers: [HTTPField("Authorization", "Bearer " + token.filter { !$0.isWhitespace })]
            )
        )
        guard answer.status == 200 else {
            throw DemoFailure("the inbox answered \(answer.status): \(String(decoding: answer.body, as: UTF8.self))")
        }
        return try JSONDecoder().decode(InboxPage.self, from: Data(answer.body)).data
    }

    private func wait(_ what: String, until isTrue: () async throws -> Bool) async throws {
        for _ in 0..<600 {
            if try await isTrue() { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw DemoFailure("waited in vain until \(what); look at \(stage.folder.log)")
    }
}
