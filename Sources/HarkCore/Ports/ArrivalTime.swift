extension [HTTPField] {
    private static let name = "hark-arrived-at"

    /// When a delivery arrived, kept among its header fields for providers that date nothing: read again later, the delivery
    /// gives the same messages.
    public var arrivalTime: Instant? { value(of: Self.name).flatMap { Instant($0) } }

    /// The field that keeps when a delivery arrived.
    public static func arrived(at instant: Instant) -> [HTTPField] { [HTTPField(name, instant.description)] }
}
