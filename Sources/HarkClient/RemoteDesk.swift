public import HarkCore

/// The desk over REST: what the command line and other programs of ours use, on this machine or from afar.
public struct RemoteDesk: Desk {
    let api: API

    /// A desk on the server at an origin (`http://127.0.0.1:8425`), on behalf of the token's owner.
    public init(server: String, token: Secret, transport: any Transport) {
        api = API(server: server, token: token, transport: transport)
    }

    /// A page of conversations, worst first.
    public func inbox(_ request: InboxRequest) async throws -> InboxPage {
        let limit = String(request.limit)
        return try await api.get(["conversations"], ["q": request.query, "limit": limit, "cursor": request.cursor])
    }

    /// One conversation whole.
    public func conversation(_ id: Conversation.ID) async throws -> ConversationDetail {
        try await api.get(["conversations", id.description])
    }

    /// Why the conversation is judged, routed and timed as it is.
    public func explain(_ id: Conversation.ID) async throws -> Explanation {
        try await api.get(["conversations", id.description, "why"])
    }

    /// Queues a public reply; repeating it with the same key sends once.
    public func reply(_ id: Conversation.ID, _ reply: ReplyCommand) async throws -> ConversationSummary {
        let key = reply.idempotencyKey ?? IdempotencyKey.random()
        let headers = [HTTPField("Idempotency-Key", key)]
        return try await api.send("POST", ["conversations", id.description, "replies"], reply, headers: headers)
    }

    /// Gives a reply that has left another text; repeating it with the same key changes once.
    public func edit(_ id: Conversation.ID, _ edit: EditCommand) async throws -> ConversationSummary {
        let headers = [HTTPField("Idempotency-Key", edit.idempotencyKey ?? IdempotencyKey.random())]
        return try await api.send("POST", ["conversations", id.description, "edits"], edit, headers: headers)
    }

    /// Adds a note among us.
    public func note(_ id: Conversation.ID, text: String) async throws -> ConversationSummary {
        try await api.send("POST", ["conversations", id.description, "notes"], ["text": text])
    }

    /// Changes owner, team, tags or state.
    public func change(_ id: Conversation.ID, _ change: ConversationChange) async throws -> ConversationSummary {
        try await api.send("PATCH", ["conversations", id.description], change)
    }

    /// The connections and how they fare.
    public func channels() async throws -> [ChannelHealth] {
        let answer: Listing<ChannelHealth> = try await api.get(["channels"])
        return answer.data
    }

    /// Makes one real call per channel and says what is wrong.
    public func checkChannels(_ ids: [Channel.ID]) async throws -> [ChannelCheck] {
        let chosen = ["ids": ids.map(\.rawValue)]
        let answer: Listing<ChannelCheck> = try await api.send("POST", ["channels", "check"], chosen, patience: .slow)
        return answer.data
    }

    /// Raw deliveries, newest first.
    public func deliveries(_ request: DeliveriesRequest) async throws -> DeliveriesPage {
        let undecoded = request.undecodedOnly ? "true" : nil
        let limit = String(request.limit)
        return try await api.get(["deliveries"], ["undecoded": undecoded, "limit": limit, "cursor": request.cursor])
    }

    /// Takes undecoded deliveries in again.
    public func retryDeliveries(_ ids: [Int64]) async throws -> [DeliveryRetry] {
        let chosen = ["ids": ids]
        let answer: Listing<DeliveryRetry> = try await api.send(
            "POST",
            ["deliveries", "retry"],
            chosen,
            patience: .slow
        )
        return answer.data
    }

    /// The agents' and programs' keys.
    public func tokens() async throws -> [TokenSummary] {
        let answer: Listing<TokenSummary> = try await api.get(["tokens"])
        return answer.data
    }

    /// Makes a key.
    public func createToken(_ command: TokenCommand) async throws -> CreatedToken {
        try await api.send("POST", ["tokens"], command)
    }

    /// Ends a key.
    public func revokeToken(_ id: Int64) async throws -> TokenSummary {
        try await api.exchange(api.request("DELETE", ["tokens", String(id)]))
    }

    /// Events after a position, oldest first.
    public func events(after: Int64, limit: Int) async throws -> [EventView] {
        let answer: Listing<EventView> = try await api.get(
            ["events"],
            ["after": String(after), "limit": String(limit)]
        )
        return answer.data
    }
}

/// Every list on the wire stands in `data`.
struct Listing<Element: Decodable>: Decodable {
    var data: [Element]
}
