/// What a channel's network takes as a reply.
public struct ReplyTerms: Sendable, Hashable, Codable {
    /// The channel's name.
    public var channel: String
    /// Whether a reply can be sent from here at all.
    public var canReply: Bool
    /// The longest text; nil when the network names none.
    public var textLimit: Int?
    /// What the limit counts: `characters`, `utf16`, `bytes`.
    public var unit: String?
    /// Every URL counts as this many; nil when it counts as it is.
    public var lengthOfURL: Int?
    /// For how many seconds after the customer's last message a private reply is taken; nil for always.
    public var replyWindowSeconds: Int64?

    /// The terms of a channel, by what its network allows.
    public init(channel: Channel.ID, _ capabilities: Capabilities?, canReply: Bool) {
        self.channel = channel.rawValue
        self.canReply = canReply
        textLimit = capabilities?.textLimit?.count
        unit = capabilities?.textLimit?.unit.rawValue
        lengthOfURL = capabilities?.textLimit?.lengthOfURL
        replyWindowSeconds = capabilities?.replyWindow.map { $0.milliseconds / 1000 }
    }

    /// How many more of ``unit`` fit behind a text; negative when it is too long, nil without a limit.
    public func left(after text: String) -> Int? {
        guard let textLimit, let unit = unit.flatMap(Capabilities.TextLimit.Unit.init) else { return nil }
        return textLimit - Capabilities.TextLimit(textLimit, unit, lengthOfURL: lengthOfURL).length(of: text)
    }

    private enum CodingKeys: String, CodingKey {
        case channel
        case canReply = "can_reply"
        case textLimit = "text_limit"
        case unit
        case lengthOfURL = "length_of_url"
        case replyWindowSeconds = "reply_window_seconds"
    }
}
