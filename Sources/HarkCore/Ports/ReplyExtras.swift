/// What a reply brings beside its text, where the network allows it.
public struct ReplyExtras: Sendable, Hashable, Codable {
    /// A message the network approved beforehand; it may be sent when the window is closed.
    public struct Template: Sendable, Hashable, Codable {
        /// The template's name at the network.
        public var name: String
        /// The language it is sent in, as the network writes it (`en_US`).
        public var language: String
        /// What stands in its gaps, in order.
        public var values: [String]

        /// A template.
        public init(name: String, language: String, values: [String] = []) {
            self.name = name
            self.language = language
            self.values = values
        }
    }

    /// Answers to choose from by tapping.
    public var choices: [String]
    /// Addresses of pictures or files to send along.
    public var media: [String]
    /// The template to send in place of the text.
    public var template: Template?
    /// Answers a public comment in private.
    public var isPrivateReply: Bool
    /// Declares that a person answers, for networks that then wait longer.
    public var isHumanAgent: Bool

    /// What a reply brings beside its text.
    public init(
        choices: [String] = [],
        media: [String] = [],
        template: Template? = nil,
        isPrivateReply: Bool = false,
        isHumanAgent: Bool = false
    ) {
        self.choices = choices
        self.media = media
        self.template = template
        self.isPrivateReply = isPrivateReply
        self.isHumanAgent = isHumanAgent
    }

    /// Reads it; what is left out is not asked for.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        choices = try container.decodeIfPresent([String].self, forKey: .choices) ?? []
        media = try container.decodeIfPresent([String].self, forKey: .media) ?? []
        template = try container.decodeIfPresent(Template.self, forKey: .template)
        isPrivateReply = try container.decodeIfPresent(Bool.self, forKey: .isPrivateReply) ?? false
        isHumanAgent = try container.decodeIfPresent(Bool.self, forKey: .isHumanAgent) ?? false
    }

    private enum CodingKeys: String, CodingKey {
        case choices
        case media
        case template
        case isPrivateReply = "privately"
        case isHumanAgent = "human_agent"
    }
}
