import HarkCore

/// Instants as a person's clock shows them.
enum ScreenTime {
    /// The time of day today; with the date on other days; with the year in other years.
    static func local(_ instant: Instant, _ facts: ScreenFacts, now: Instant? = nil) -> String {
        let text = shifted(instant, facts)
        let today = now.map { shifted($0, facts) }
        let time = text.dropFirst(11).prefix(5)
        if let today, today.prefix(10) == text.prefix(10) { return String(time) }
        let date = today?.prefix(4) == text.prefix(4) ? text.dropFirst(5).prefix(5) : text.prefix(10)
        return date + " " + time
    }

    private static func shifted(_ instant: Instant, _ facts: ScreenFacts) -> String {
        (instant + .minutes(facts.offset(instant))).description
    }
}
