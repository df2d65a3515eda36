import HarkCore

/// What the screen takes from its surroundings.
struct ScreenFacts: Sendable {
    /// Minutes east of Greenwich at an instant.
    var offset: @Sendable (Instant) -> Int64
    /// Reads when a snooze ends; throws a sentence.
    var readTime: @Sendable (_ words: String, _ now: Instant) throws -> Instant

    /// Everything in UTC, no words for times: for tests.
    static let plain = ScreenFacts(offset: { _ in 0 }, readTime: { text, now in Instant(text) ?? now + .hours(1) })
}
