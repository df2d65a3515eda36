/// A person's account on a network, as a payload shows it.
public struct Author: Sendable, Hashable, Codable {
    /// The network's stable id of the account.
    public var id: String
    /// What people type to address the account: `@ana@social.example`, a phone number.
    public var handle: String?
    /// The display name the person chose; hostile until made safe.
    public var name: String?
    /// Other ids of the same account (a phone number beside a business-scoped id).
    public var aliases: [String]
    /// The account's public page.
    public var url: String?
    /// How many follow the account, where the payload says so.
    public var followers: Int?
    /// Whether the network marks the account as automated.
    public var isBot: Bool

    /// An account on a network.
    public init(
        id: String,
        handle: String? = nil,
        name: String? = nil,
        aliases: [String] = [],
        url: String? = nil,
        followers: Int? = nil,
        isBot: Bool = false
    ) {
        self.id = id
        self.handle = handle
        self.name = name
        self.aliases = aliases
        self.url = url
        self.followers = followers
        self.isBot = isBot
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case handle
        case name
        case aliases
        case url
        case followers
        case isBot = "bot"
    }
}
