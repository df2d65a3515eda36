import HarkCore

/// Reads what happens on a Facebook page: comments, visitors' posts, mentions and reviews.
struct FeedDecoding {
    var field: String
    var page: String?
    var entryTime: Instant?

    /// Makes an item of one change; likes, albums, events and moderation are skipped by name.
    func read(_ value: FeedValue) throws(DecodingFailure) -> Reading {
        let item = value.item.text ?? "?"
        let verb = value.verb.text ?? "?"
        guard let kind = kind(of: item) else { return .skipped("\(field):\(item)/\(verb)") }
        let change: Inbound.Change
        switch verb {
        case "add":
            let draft = try draft(of: value, kind)
            change = isOwn(value) ? .echo(draft) : .message(draft)
        case "edit", "edited": change = .edit(try draft(of: value, kind))
        case "remove":
            change = .delete(id: try id(of: value, kind), at: Instant(unix: value.createdTime.text) ?? entryTime)
        default: return .skipped("\(field):\(item)/\(verb)")
        }
        return .items([Inbound(network: .facebook, account: page == "0" ? nil : page, change: change)])
    }

    private func kind(of item: String) -> MessageKind? {
        switch (field, item) {
        case ("mention", _): .mention
        case ("ratings", "rating"): .review
        case (_, "comment"): .comment
        case ("feed", "post"), ("feed", "status"), ("feed", "photo"), ("feed", "video"), ("feed", "share"): .mention
        default: nil
        }
    }

    private func isOwn(_ value: FeedValue) -> Bool { value.authorID != nil && value.authorID == page }

    private func id(of value: FeedValue, _ kind: MessageKind) throws(DecodingFailure) -> String {
        switch kind {
        case .review: try value.storyID.required("open_graph_story_id")
        case .comment: try value.commentID.required("comment_id")
        default: try (value.commentID ?? value.postID).required("post_id")
        }
    }

    private func draft(of value: FeedValue, _ kind: MessageKind) throws(DecodingFailure) -> Draft {
        let id = try id(of: value, kind)
        guard let time = Instant(unix: value.createdTime.text) ?? entryTime else {
            throw DecodingFailure("created_time is missing")
        }
        let text = value.message.text ?? value.reviewText.text
        let attachments = attachments(of: value)
        let isReply = value.parentID.text != nil && value.parentID.text != value.postID.text
        return Draft(
            id: id,
            kind: kind,
            isPrivate: false,
            author: value.authorID.map { Author(id: $0, name: value.authorName) },
            text: text,
            subject: value.recommendation.text.map { $0 == "POSITIVE" ? "Recommended" : "Not recommended" },
            attachments: attachments,
            thread: value.postID.text ?? id,
            conversation: conversation(of: value, id, isReply: isReply),
            parent: isReply && kind == .comment ? value.parentID.text : nil,
            sentAt: time,
            url: value.post?.permalink.text,
            rating: value.rating.text.flatMap { Int($0) },
            needsFetch: value.authorID == nil || (text == nil && attachments.isEmpty && kind != .review)
        )
    }

    /// One answer, one conversation: a comment with its replies; a visitor's post with our comments; a review with its
    /// comments.
    private func conversation(of value: FeedValue, _ id: String, isReply: Bool) -> ConversationKey {
        if field == "ratings" { return .thread(value.storyID.text ?? value.postID.text ?? id) }
        if isReply, let parent = value.parentID.text { return .thread(parent) }
        return .thread(isOwn(value) ? value.postID.text ?? id : id)
    }

    private func attachments(of value: FeedValue) -> [Attachment] {
        if let photos = value.photos { return photos.map { Attachment(kind: .image, url: $0.value?.text) } }
        if let photo = value.photo.text { return [Attachment(kind: .image, url: photo)] }
        if let video = value.video.text { return [Attachment(kind: .video, url: video)] }
        guard let link = value.link.text else { return [] }
        switch value.item.text {
        case "photo": return [Attachment(kind: .image, url: link)]
        case "video": return [Attachment(kind: .video, url: link)]
        default: return [Attachment(kind: .link, url: link)]
        }
    }
}
