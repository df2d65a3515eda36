/// Which deliveries to list.
public struct DeliveriesRequest: Sendable, Hashable, Codable {
    /// Only those that could not be read.
    public var undecodedOnly: Bool
    /// How many, 1…200.
    public var limit: Int
    /// The `next` of the page before.
    public var cursor: String?

    /// Which deliveries to list.
    public init(undecodedOnly: Bool = false, limit: Int = 50, cursor: String? = nil) {
        self.undecodedOnly = undecodedOnly
        self.limit = limit
        self.cursor = cursor
    }

    private enum CodingKeys: String, CodingKey {
        case undecodedOnly = "undecoded_only"
        case limit
        case cursor
    }
}

/// A page of deliveries.
public struct DeliveriesPage: Sendable, Hashable, Codable {
    /// The deliveries, newest first.
    public var data: [DeliveryView]
    /// Pass it on to get the next page; nil on the last.
    public var next: String?

    /// A page of deliveries.
    public init(data: [DeliveryView], next: String?) {
        self.data = data
        self.next = next
    }
}
