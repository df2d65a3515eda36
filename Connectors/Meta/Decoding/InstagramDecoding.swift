import HarkCore

/// Reads comments under our Instagram media, and notices of mentions elsewhere.
struct InstagramDecoding {
    var field: String
    var account: String?
    var entryTime: Instant?

    /// Makes an item of one change.
    func read(_ value: InstagramValue) throws(DecodingFailure) -> Reading {
        guard let time = entryTime else { throw DecodingFailure("time is missing") }
        let draft = field == "mentions" ? try mention(value, time) : try comment(value, time)
        let isOwn = draft.author != nil && draft.author?.id == account
        return .items([
            Inbound(
                network: .instagram,
                account: account == "0" ? nil : account,
                change: isOwn ? .echo(draft) : .message(draft)
            )
        ])
    }

    private func comment(_ value: InstagramValue, _ time: Instant) throws(DecodingFailure) -> Draft {
        let id = try value.id.required("id")
        let from = value.from
        let author = from?.id.text.map { Author(id: $0, handle: from?.username.text) }
        return Draft(
            id: id,
            kind: .comment,
            isPrivate: false,
            author: author,
            text: value.text.text,
            thread: value.media?.id.text ?? id,
            conversation: .thread(value.parentID.text ?? id),
            parent: value.parentID.text,
            sentAt: time,
            needsFetch: author == nil
        )
    }

    /// The notice names only ids: author and text have to be asked for.
    private func mention(_ value: InstagramValue, _ time: Instant) throws(DecodingFailure) -> Draft {
        let id = try (value.commentID ?? value.mediaID).required("media_id")
        return Draft(
            id: id,
            kind: .mention,
            isPrivate: false,
            author: nil,
            text: nil,
            thread: value.mediaID.text ?? id,
            conversation: .thread(id),
            sentAt: time,
            needsFetch: true
        )
    }
}
