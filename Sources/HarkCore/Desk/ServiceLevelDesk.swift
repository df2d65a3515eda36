/// What the desk says about promises.
public protocol ServiceLevelDesk: Sendable {
    /// A conversation's clocks, line by line: what started them, the open hours counted, pauses, holidays, how they ended.
    func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView

    /// What a change of holidays or policies would do to open deadlines, without changing anything.
    func whatIf(_ change: WhatIf) async throws -> WhatIfReport

    /// What will breach within a span, earliest first; what has breached already is not told.
    func radar(within: Span) async throws -> [RadarEntry]
}
