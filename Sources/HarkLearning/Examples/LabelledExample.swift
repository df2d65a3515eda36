public import HarkCore

/// A text and what people said it is: what a learner learns from and an evaluation judges by.
public struct LabelledExample: Sendable, Hashable {
    /// The message.
    public var text: String
    /// What it is, in the task's words: `negative`, `spam`, `high`.
    public var label: String
    /// Where it comes from; calibrated and reported on its own.
    public var source: String
    /// The language it is said to be in; nil when nobody said.
    public var language: Language?

    /// A text and what people said it is.
    public init(text: String, label: String, source: String = "", language: Language? = nil) {
        self.text = text
        self.label = label
        self.source = source
        self.language = language
    }
}
