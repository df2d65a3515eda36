import HarkCore

/// A macro before it is run: what it would do, as far as the server has said.
struct MacroCheck: Sendable, Hashable {
    var name: String
    var conversations: [Int64]
    /// What would be done to each; nil until the server has answered.
    var previews: [MacroPreview]?
    /// What was typed before the answer came.
    var typed: [Key] = []
}
