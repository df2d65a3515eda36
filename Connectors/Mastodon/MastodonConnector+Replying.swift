import Foundation
public import HarkCore

extension MastodonConnector: ReplyingConnector {
    private struct Post: Encodable {
        var status: String
        var inReplyToID: String
        var visibility: String

        private enum CodingKeys: String, CodingKey {
            case status
            case inReplyToID = "in_reply_to_id"
            case visibility
        }
    }

    /// A post that answers, as visible as what it answers and never more, with the author's handle in its text: who is
    /// not named is not told.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let post = Post(
            status: try text(of: reply, channel: channel),
            inReplyToID: reply.target.messageID,
            visibility: visibility(of: reply.target)
        )
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(post) else {
            throw .rejected("the reply's text cannot be written as JSON")
        }
        return HTTPRequest(
            method: "POST",
            url: try channel.origin() + "/api/v1/statuses",
            headers: [
                try authorization(channel), HTTPField("Content-Type", "application/json"),
                HTTPField("Idempotency-Key", reply.id),
            ],
            body: [UInt8](body)
        )
    }

    /// The new post's id and page.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Posted: Decodable {
            var id: TextID
            var url: String?
        }
        do {
            let posted = try JSONDecoder().decode(Posted.self, from: Data(response.body))
            return Receipt(messageID: posted.id.text, url: posted.url)
        } catch {
            throw .unreadable("the server's answer is no post: \(DecodingFailure(reading: error))")
        }
    }

    private func visibility(of target: Outgoing.Target) -> String {
        guard let word = target.visibility, ["public", "unlisted", "private", "direct"].contains(word) else {
            return target.isPrivate ? "direct" : "unlisted"
        }
        return target.isPrivate && ["public", "unlisted"].contains(word) ? "direct" : word
    }

    func text(of reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> String {
        guard let handle = reply.target.author?.handle else {
            guard !reply.target.isPrivate else {
                throw .rejected("the author's handle is unknown, and a private answer reaches only whom it names")
            }
            return reply.text
        }
        var forms = [handle.lowercased()]
        let parts = handle.split(separator: "@")
        if parts.count == 2, parts[1].lowercased() == HomeServer(channel).domain.lowercased() {
            forms.append("@" + parts[0].lowercased())
        }
        let names = reply.text.lowercased().split { !($0.isLetter || $0.isNumber || "@_.-".contains($0)) }
        let isNamed = names.contains { name in
            forms.contains { form in
                name == form || name.hasPrefix(form) && name.dropFirst(form.count).allSatisfy { ".-".contains($0) }
            }
        }
        return isNamed ? reply.text : "\(forms.count == 2 ? "@" + parts[0] : handle) \(reply.text)"
    }
}
