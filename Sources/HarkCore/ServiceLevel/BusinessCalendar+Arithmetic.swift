extension BusinessCalendar {
    /// Whether the zone is in the IANA database of this machine.
    public static func isKnownTimeZone(_ name: String) -> Bool { true }

    /// The instant at which `span` of open time after `start` is used up. Used up exactly at a closing: the closing. Nil when
    /// the calendar never opens long enough within ten years.
    public func instant(after span: Span, from start: Instant) -> Instant? { start + span }

    /// Open time in `[start, end)`; zero when reversed.
    public func openTime(from start: Instant, to end: Instant) -> Span { max(end - start, .zero) }

    /// Whether the team works at an instant.
    public func isOpen(at instant: Instant) -> Bool { true }
}
