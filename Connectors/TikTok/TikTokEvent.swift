import HarkCore

/// One event; its content is JSON inside a string, or an object where somebody has unpacked it.
struct TikTokEvent: Decodable, Sendable {
    /// Reads either.
    struct Packed: Decodable, Sendable {
        var content: TikTokContent

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                content = try Array(text.utf8).readJSON(TikTokContent.self)
            } else {
                content = try TikTokContent(from: decoder)
            }
        }
    }

    @Tolerated var event: String?
    @Tolerated var create_time: LooseNumber?
    @Tolerated var user_openid: TextID?
    @Tolerated var content: Packed?

    /// What the event tells; what brings no message is skipped by name.
    var decoded: Decoded {
        get throws(DecodingFailure) {
            guard let event else { throw DecodingFailure("“event” is missing") }
            if event == "authorization.removed" {
                let failure = ConnectorFailure.reauthorise("access was taken away on TikTok; connect the account again")
                return Decoded(skipped: [event], failure: failure)
            }
            guard event.contains("comment") || event.contains("mention"),
                let content = content?.content, let id = content.comment_id
            else { return Decoded(skipped: [event]) }
            return Decoded(items: [
                Inbound(network: TikTokConnector.network, change: try change(event, id.text, content))
            ])
        }
    }

    private func change(
        _ event: String,
        _ id: String,
        _ content: TikTokContent
    ) throws(DecodingFailure) -> Inbound.Change {
        let time = content.create_time ?? content.timestamp ?? create_time
        if [event, content.comment_action ?? ""].contains(where: { $0.hasSuffix("delete") || $0.hasSuffix("deleted") })
        {
            return .delete(id: id, at: time?.instant)
        }
        guard let time else { throw DecodingFailure("“create_time” is missing") }
        let author = (content.user_id ?? content.unique_identifier).map {
            Author(id: $0.text, handle: content.username.map { "@" + $0 }, name: content.display_name)
        }
        let draft = Draft(
            id: id,
            kind: event.contains("mention") ? .mention : .comment,
            isPrivate: false,
            author: author,
            text: content.text,
            thread: content.video_id?.text,
            conversation: .thread(content.parent_comment_id?.text ?? id),
            parent: content.parent_comment_id?.text,
            sentAt: time.instant,
            needsFetch: author == nil || content.text == nil
        )
        return content.owner == true ? .echo(draft) : .message(draft)
    }
}

/// What a comment event is about, by the names of TikTok's comment lists.
struct TikTokContent: Decodable, Sendable {
    @Tolerated var comment_id: TextID?
    @Tolerated var video_id: TextID?
    @Tolerated var parent_comment_id: TextID?
    @Tolerated var user_id: TextID?
    @Tolerated var unique_identifier: TextID?
    @Tolerated var username: String?
    @Tolerated var display_name: String?
    @Tolerated var text: String?
    @Tolerated var create_time: LooseNumber?
    @Tolerated var timestamp: LooseNumber?
    @Tolerated var owner: Bool?
    @Tolerated var comment_action: String?
}
