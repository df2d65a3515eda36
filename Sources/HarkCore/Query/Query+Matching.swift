extension Query {
    /// Whether a conversation matches at an instant.
    public func matches(_ subject: QuerySubject, at now: Instant) -> Bool { true }
}
