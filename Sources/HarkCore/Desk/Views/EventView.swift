/// An event as it is shown.
public struct EventView: Sendable, Hashable, Codable {
    /// The position in the log.
    public var id: Int64
    /// When it happened.
    public var at: Instant
    /// What happened.
    public var kind: Event.Kind
    /// The conversation it happened to.
    public var conversation: Int64?
    /// Who did it: `contact`, `@name`, `app`, `hark`.
    public var actor: String
    /// The particulars.
    public var data: [String: String]

    /// An event as it is shown.
    public init(_ event: Event) {
        id = event.id?.rawValue ?? 0
        at = event.at
        kind = event.kind
        conversation = event.conversation?.rawValue
        actor = event.actor.description
        data = event.data
    }
}
