import HarkCore

/// What Threads posts: one event, without the envelope that the provider's other networks share.
struct ThreadsDelivery: Decodable, Sendable {
    struct Post: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var owner_id: TextID?
        @Tolerated var username: String?
    }
    struct Value: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var username: String?
        @Tolerated var text: String?
        @Tolerated var media_type: String?
        @Tolerated var media_url: String?
        @Tolerated var permalink: String?
        @Tolerated var timestamp: String?
        @Tolerated var deleted_at: String?
        @Tolerated var replied_to: Post?
        @Tolerated var root_post: Post?
        @Tolerated var owner: Post?
    }
    struct Change: Decodable, Sendable {
        @Tolerated var value: Value?
        @Tolerated var field: String?
    }
    /// The page shows one object; a list costs nothing to understand.
    struct Changes: Decodable, Sendable {
        var list: [Lenient<Change>]

        init(from decoder: any Decoder) throws {
            if let list = try? [Lenient<Change>](from: decoder) {
                self.list = list
            } else {
                list = [.read(try Change(from: decoder))]
            }
        }
    }

    @Tolerated var target_id: TextID?
    @Tolerated var time: LooseNumber?
    var values: Changes

    /// What it tells; what we publish ourselves is skipped by name.
    func decoded(account: String) -> Decoded {
        var decoded = Decoded()
        for change in values.list {
            switch change {
            case .broken(let reason): decoded.malformed.append("values: \(reason)")
            case .read(let change):
                do throws(DecodingFailure) {
                    guard let item = try item(change, account) else {
                        decoded.skipped.append(change.field ?? "change without a field")
                        continue
                    }
                    decoded.items.append(Inbound(network: .threads, change: item))
                } catch {
                    decoded.malformed.append("\(change.field ?? "?"): \(error.reason)")
                }
            }
        }
        return decoded
    }

    private func item(_ change: Change, _ account: String) throws(DecodingFailure) -> Inbound.Change? {
        guard let field = change.field, ["replies", "mentions", "delete"].contains(field) else { return nil }
        guard let value = change.value, let id = value.id?.text else { throw DecodingFailure("“value.id” is missing") }
        let time = (value.timestamp.flatMap { Instant($0) }) ?? time?.instant
        if field == "delete" {
            return .delete(id: id, at: value.deleted_at.flatMap { Instant($0) } ?? time)
        }
        guard let time else { throw DecodingFailure("“value.timestamp” is missing") }
        let root = value.root_post?.id?.text ?? value.replied_to?.id?.text ?? id
        let draft = Draft(
            id: id,
            kind: field == "replies" ? .comment : .mention,
            isPrivate: false,
            author: value.username.map { Author(id: $0, handle: $0) },
            text: value.text,
            attachments: value.media_url.map {
                [Attachment(kind: value.media_type == "VIDEO" ? .video : .image, url: $0)]
            } ?? [],
            thread: root,
            conversation: .thread(field == "replies" ? value.replied_to?.id?.text ?? id : id),
            parent: value.replied_to?.id?.text,
            sentAt: time,
            url: value.permalink,
            needsFetch: value.text == nil && value.media_url == nil
        )
        return value.username != nil && value.username == account ? .echo(draft) : .message(draft)
    }
}
