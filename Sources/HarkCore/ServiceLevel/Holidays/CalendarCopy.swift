/// The last copy of an iCalendar feed that stands at an address of the web.
public struct CalendarCopy: Sendable, Hashable {
    /// Where the feed stands. It may hold a secret: never log it, show ``place``.
    public var address: String
    /// When it was last fetched; nil when it never was, so that none of its days is known.
    public var fetchedAt: Instant?

    /// The last copy of a feed.
    public init(address: String, fetchedAt: Instant?) {
        self.address = address
        self.fetchedAt = fetchedAt
    }

    /// The host alone, fit to be shown.
    public var place: String {
        let rest = address.split(separator: "://", maxSplits: 1).last ?? ""
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(authority.split(separator: "@").last ?? "")
    }
}
