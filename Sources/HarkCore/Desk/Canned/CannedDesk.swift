/// Texts and deeds that a team has written down.
public protocol CannedDesk: Sendable {
    /// Every canned text, by name and language.
    func cannedTexts() async throws -> [CannedTextView]

    /// A canned text in a conversation's language, with its placeholders filled in.
    func cannedText(_ name: String, for id: Conversation.ID) async throws -> CannedTextView

    /// Every macro, in the order of the file.
    func macros() async throws -> [MacroView]

    /// What a macro would do to each conversation. Changes nothing.
    func previewMacro(_ name: String, on ids: [Conversation.ID]) async throws -> [MacroPreview]

    /// Carries a macro out on every conversation or on none, in one act.
    func runMacro(_ name: String, on ids: [Conversation.ID]) async throws -> ActReport
}

/// A canned text as it is shown.
public struct CannedTextView: Sendable, Hashable, Codable {
    /// The text's name.
    public var name: String
    /// Its language; nil for any.
    public var language: Language?
    /// The text.
    public var text: String

    /// A canned text as it is shown.
    public init(name: String, language: Language?, text: String) {
        self.name = name
        self.language = language
        self.text = text
    }
}

/// A macro as it is shown.
public struct MacroView: Sendable, Hashable, Codable {
    /// The macro's name.
    public var name: String
    /// What it is for.
    public var help: String?
    /// What it does, in a few words.
    public var what: String

    /// A macro as it is shown.
    public init(name: String, help: String?, what: String) {
        self.name = name
        self.help = help
        self.what = what
    }
}

/// What a macro would do to one conversation.
public struct MacroPreview: Sendable, Hashable, Codable {
    /// The conversation as it is.
    public var conversation: ConversationSummary
    /// What would be done to it.
    public var deed: Deed

    /// What a macro would do to one conversation.
    public init(conversation: ConversationSummary, deed: Deed) {
        self.conversation = conversation
        self.deed = deed
    }
}
