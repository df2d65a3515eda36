import HarkCore

/// Reads events of one community.
struct VKReading {
    /// The community's id, without a minus.
    var account: String
    /// When the delivery came: the time of what bears none.
    var arrived: Instant?

    /// Makes an item of an event; what says nothing to us is skipped by its type.
    func read(_ event: VKEvent) throws(DecodingFailure) -> Decoded {
        guard let type = event.type else { throw DecodingFailure("“type” is missing") }
        let change: Inbound.Change?
        switch type {
        case "message_new", "message_reply", "message_edit":
            change = try message(event.object, type, eventID: event.event_id?.text)
        case "message_event": change = try tap(event.object, eventID: event.event_id?.text)
        case "message_reaction_event": change = try reaction(event.object)
        default:
            change = try comment(event.object, type)
        }
        guard let change else { return Decoded(skipped: [type]) }
        return Decoded(items: [Inbound(network: VKConnector.network, account: event.group_id?.text, change: change)])
    }

    private func isOwn(_ id: String?) -> Bool { id == "-" + account }

    private func message(
        _ object: VKObject?,
        _ type: String,
        eventID: String?
    ) throws(DecodingFailure) -> Inbound.Change? {
        guard let object else { throw DecodingFailure("“object” is missing") }
        let message = object.message ?? VKMessage(object)
        guard message.action?.type == nil else { return nil }
        guard let peer = message.peer_id?.text ?? message.from_id?.text ?? message.user_id?.text else {
            throw DecodingFailure("“peer_id” is missing")
        }
        guard let date = message.date?.instant ?? arrived else { throw DecodingFailure("“date” is missing") }
        // The message's own number can be 0 in chats; the number inside the conversation is always there since 5.80.
        let number = message.conversation_message_id?.text ?? message.id?.text ?? eventID
        guard let number else { throw DecodingFailure("“conversation_message_id” is missing") }
        let author = message.from_id?.text ?? message.user_id?.text ?? peer
        let isChat = (Int64(peer) ?? 0) > 2_000_000_000
        let attachments = (message.attachments ?? []).compactMap(\.value?.attachment) + (message.geo?.attachments ?? [])
        let draft = Draft(
            id: "\(peer):\(number)",
            kind: isChat ? .chat : .direct,
            isPrivate: true,
            author: Author(id: author),
            recipient: isOwn(author) && !isChat ? Author(id: peer) : nil,
            text: message.text ?? message.body,
            attachments: attachments,
            thread: peer,
            conversation: isChat ? .thread(peer) : .person(peer),
            parent: message.reply_message?.conversation_message_id.map { "\(peer):\($0.text)" },
            sentAt: date,
            postback: message.payload
        )
        if type == "message_edit" { return .edit(draft) }
        let isOurs = type == "message_reply" || isOwn(author) || message.out?.integer == 1
        return isOurs ? .echo(draft) : .message(draft)
    }

    /// Somebody pressed a button that writes nothing into the chat; what it stands for is all that VK tells.
    private func tap(_ object: VKObject?, eventID: String?) throws(DecodingFailure) -> Inbound.Change? {
        guard let object, let peer = object.peer_id?.text ?? object.user_id?.text,
            let number = object.event_id?.text ?? eventID
        else { throw DecodingFailure("“peer_id” or “event_id” is missing") }
        guard let words = object.payload?.text else { return nil }
        guard let arrived else { throw DecodingFailure("“date” is missing") }
        let isChat = (Int64(peer) ?? 0) > 2_000_000_000
        return .message(
            Draft(
                id: "\(peer):tap:\(number)",
                kind: isChat ? .chat : .direct,
                isPrivate: true,
                author: Author(id: object.user_id?.text ?? peer),
                text: words,
                thread: peer,
                conversation: isChat ? .thread(peer) : .person(peer),
                parent: object.conversation_message_id.map { "\(peer):\($0.text)" },
                sentAt: arrived,
                postback: words
            )
        )
    }

    /// VK numbers its reactions; without a number it was taken back.
    private func reaction(_ object: VKObject?) throws(DecodingFailure) -> Inbound.Change {
        guard let object, let peer = object.peer_id?.text, let number = object.cmid?.text else {
            throw DecodingFailure("“cmid” is missing")
        }
        return .reaction(
            Reaction(
                target: "\(peer):\(number)",
                author: object.reacted_id.map { Author(id: $0.text) },
                symbol: object.reaction_id?.text
            )
        )
    }

    /// A post on the wall, or a comment under it or under a photo, video, product or topic.
    private func comment(_ object: VKObject?, _ type: String) throws(DecodingFailure) -> Inbound.Change? {
        guard let surface = VKSurface.all.first(where: { type.hasPrefix($0.prefix + "_") }) else { return nil }
        let verb = String(type.dropFirst(surface.prefix.count + 1))
        guard ["new", "restore", "edit", "delete"].contains(verb) else { return nil }
        guard let object, let number = object.id?.text else { throw DecodingFailure("“object.id” is missing") }
        let owner = surface.owner(object) ?? "-" + account
        let id = "\(surface.mark)\(owner)_\(number)"
        if verb == "delete" { return .delete(id: id, at: nil) }
        guard let date = object.date?.instant ?? arrived else { throw DecodingFailure("“object.date” is missing") }
        let post = surface.place(object).map { "\(surface.mark)\(owner)_\($0)" } ?? id
        let parent = object.reply_to_comment?.text ?? object.parents_stack?.last?.text
        let draft = Draft(
            id: id,
            kind: surface.prefix == "wall_post" ? .mention : .comment,
            isPrivate: false,
            author: object.from_id.map { Author(id: $0.text) },
            text: object.text,
            attachments: (object.attachments ?? []).compactMap(\.value?.attachment),
            thread: post,
            conversation: .thread(parent.map { "\(surface.mark)\(owner)_\($0)" } ?? id),
            parent: parent.map { "\(surface.mark)\(owner)_\($0)" },
            sentAt: date,
            needsFetch: object.from_id == nil
        )
        if verb == "edit" { return .edit(draft) }
        return isOwn(object.from_id?.text) ? .echo(draft) : .message(draft)
    }
}

/// Where people write publicly: what its events are called and which members name its place. Numbers of comments are
/// unique only inside a surface, so all but the wall have a mark.
struct VKSurface: Sendable {
    var prefix: String
    var mark: String
    var owner: @Sendable (VKObject) -> String?
    var place: @Sendable (VKObject) -> String?

    static let all = [
        VKSurface(prefix: "wall_reply", mark: "", owner: { $0.owner_id?.text }, place: { $0.post_id?.text }),
        VKSurface(prefix: "wall_post", mark: "post", owner: { $0.owner_id?.text }, place: { $0.id?.text }),
        VKSurface(
            prefix: "photo_comment",
            mark: "photo",
            owner: { ($0.photo_owner_id ?? $0.owner_id)?.text },
            place: { $0.photo_id?.text }
        ),
        VKSurface(
            prefix: "video_comment",
            mark: "video",
            owner: { ($0.video_owner_id ?? $0.owner_id)?.text },
            place: { $0.video_id?.text }
        ),
        VKSurface(
            prefix: "market_comment",
            mark: "market",
            owner: { ($0.market_owner_id ?? $0.owner_id)?.text },
            place: { $0.item_id?.text }
        ),
        VKSurface(
            prefix: "board_post",
            mark: "topic",
            owner: { $0.topic_owner_id?.text },
            place: { $0.topic_id?.text }
        ),
    ]
}

extension VKMessage {
    /// A message whose members stand in the object itself: our own answers, and every message of an old version.
    init(_ object: VKObject) {
        self.init(
            id: object.id,
            date: object.date,
            peer_id: object.peer_id,
            from_id: object.from_id,
            user_id: object.user_id,
            conversation_message_id: object.conversation_message_id,
            text: object.text,
            body: object.body,
            out: object.out,
            payload: object.payload?.text,
            attachments: object.attachments,
            reply_message: object.reply_message
        )
    }
}

extension VKPlace {
    fileprivate var attachments: [Attachment] {
        let point = [coordinates?.latitude, coordinates?.longitude].compactMap { $0.map { "\($0.value)" } }
        return [Attachment(kind: .location, note: point.joined(separator: ", "))]
    }
}
