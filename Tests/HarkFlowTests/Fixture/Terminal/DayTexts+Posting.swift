import Foundation
import HarkCore

extension DayTexts {
    /// Posts messages in an order that is not that of their age: the oldest five are late.
    static func post(to service: Service, count: Int = all.count) async throws {
        for step in 0..<all.count {
            let index = step * 37 % all.count
            guard index < count else { continue }
            let message = all[index]
            let sent = Instant.present - .minutes(Int64(258 - 4 * index))
            let text = message.text.replacing("\"", with: "\\\"")
            let body = """
                {"type": "message.created", "timestamp": "\(sent)", "data": {"id": "m-\(index)", "kind": "chat",
                "author": {"id": "c-\(index)", "name": "\(message.name)"}, "text": "\(text)"}}
                """
            let bytes = Array(body.utf8)
            let status = try await service.post(
                bytes,
                to: "shop",
                StandardWebhook.headers(of: bytes, id: "msg_\(index)")
            )
            guard status == 200 else { throw FlowFailure("the shop's message was answered \(status)") }
        }
    }
}
