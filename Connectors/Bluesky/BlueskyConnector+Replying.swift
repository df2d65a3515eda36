public import HarkCore

extension BlueskyConnector: ReplyingConnector {
    private struct Record: Encodable {
        var repo: String
        var collection = "app.bsky.feed.post"
        var rkey: String
        var record: NewPost
    }

    private struct NewPost: Encodable {
        struct Reply: Encodable {
            var root: Reference
            var parent: Reference
        }

        var type = "app.bsky.feed.post"
        var text: String
        var createdAt: Instant
        var facets: [Facet]?
        var reply: Reply

        private enum CodingKeys: String, CodingKey {
            case text, createdAt, facets, reply
            case type = "$type"
        }
    }

    private struct NewMessage: Encodable {
        struct Content: Encodable {
            var text: String
            var facets: [Facet]?
        }
        var convoId: String
        var message: Content
    }

    /// A post under a key of our own, written twice it is the same post; or a message in the chat.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let facets = Facet.all(in: reply.text, answering: reply.target.author)
        if reply.target.isPrivate {
            guard let convo = reply.target.thread else { throw .rejected("the answered message names no chat") }
            return try HTTPRequest(
                url: Self.origin(of: channel) + "/xrpc/chat.bsky.convo.sendMessage",
                headers: Self.headers(of: channel, isChat: true),
                json: NewMessage(convoId: convo, message: .init(text: reply.text, facets: facets))
            )
        }
        guard reply.text.utf8.count <= 3000 else { throw .rejected("the text is longer than 3,000 bytes") }
        guard let context = reply.target.context, let cid = context["cid"] else {
            throw .rejected("the answered post's version is not known; answer it in the app")
        }
        let parent = Reference(uri: reply.target.messageID, cid: cid)
        let root = Reference(uri: context["root"] ?? parent.uri, cid: context["root_cid"] ?? cid)
        return try HTTPRequest(
            url: Self.origin(of: channel) + "/xrpc/com.atproto.repo.putRecord",
            headers: Self.headers(of: channel, isChat: false),
            json: Record(
                repo: channel.settings["did"] ?? channel.account,
                rkey: RecordKey(of: reply).text,
                record: NewPost(
                    text: reply.text,
                    createdAt: reply.writtenAt ?? reply.target.sentAt,
                    facets: facets,
                    reply: .init(root: root, parent: parent)
                )
            )
        )
    }

    /// A post has a key of ours; a chat message has none.
    public func isSafeToRepeat(_ reply: Outgoing, channel: Channel) -> Bool { !reply.target.isPrivate }

    /// The new post's address, or the chat message's id.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        struct Sent: Decodable {
            @Tolerated var uri: String?
            @Tolerated var id: TextID?
        }
        guard let sent = try? response.body.readJSON(Sent.self), let id = sent.uri ?? sent.id?.text else {
            throw .unreadable("the answer names no new post")
        }
        let page = sent.uri?.split(separator: "/") ?? []
        return Receipt(
            messageID: id,
            url: page.count == 4 ? "https://bsky.app/profile/\(page[1])/post/\(page[3])" : nil
        )
    }
}

/// The key of a post of ours: the same for every attempt, and shaped like the network's own, which are times.
struct RecordKey {
    let text: String

    init(of reply: Outgoing) {
        // FNV-1a: spreads our ids over the part of the key that is finer than a second.
        let hash = reply.id.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        let seconds = UInt64(max((reply.writtenAt ?? reply.target.sentAt).milliseconds, 0) / 1000)
        var value = ((seconds &* 1_000_000 &+ hash % 1_000_000) & 0x1F_FFFF_FFFF_FFFF) << 10 | hash >> 54
        let digits = Array("234567abcdefghijklmnopqrstuvwxyz")
        var key: [Character] = []
        for _ in 0..<13 {
            key.append(digits[Int(value & 31)])
            value >>= 5
        }
        text = String(key.reversed())
    }
}

/// Makes a part of a text an address or a mention; places count bytes of UTF-8.
struct Facet: Encodable {
    struct Place: Encodable, Equatable {
        var byteStart: Int
        var byteEnd: Int
    }

    struct Feature: Encodable, Equatable {
        var type: String
        var uri: String?
        var did: String?

        private enum CodingKeys: String, CodingKey {
            case uri, did
            case type = "$type"
        }
    }

    var index: Place
    var features: [Feature]

    /// The web addresses in a text, and the handle of whom it answers; nil when there are none.
    static func all(in text: String, answering author: Author?) -> [Facet]? {
        var facets: [Facet] = []
        for word in text.split(whereSeparator: \.isWhitespace) {
            let start = text.utf8.distance(from: text.startIndex, to: word.startIndex)
            let bare = word.trimmingEnd(",.;:!?)]}\"'")
            let place = Place(byteStart: start, byteEnd: start + bare.utf8.count)
            if bare.hasPrefix("https://") || bare.hasPrefix("http://") {
                facets.append(Facet(index: place, features: [.init(type: "app.bsky.richtext.facet#link", uri: bare)]))
            } else if let author, let handle = author.handle, bare.lowercased() == handle.lowercased() {
                let feature = Feature(type: "app.bsky.richtext.facet#mention", did: author.id)
                facets.append(Facet(index: place, features: [feature]))
            }
        }
        return facets.isEmpty ? nil : facets
    }
}

extension Substring {
    fileprivate func trimmingEnd(_ characters: String) -> String {
        var rest = self
        while let last = rest.last, characters.contains(last) { rest.removeLast() }
        return String(rest)
    }
}
