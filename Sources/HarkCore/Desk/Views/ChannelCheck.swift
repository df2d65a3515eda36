/// What one real call said about a channel.
public struct ChannelCheck: Sendable, Hashable, Codable {
    /// The channel's name.
    public var id: String
    /// Whether the call worked.
    public var ok: Bool
    /// Who we are there, or what is wrong and what to do.
    public var detail: String

    /// What one real call said about a channel.
    public init(id: String, ok: Bool, detail: String) {
        self.id = id
        self.ok = ok
        self.detail = detail
    }
}
