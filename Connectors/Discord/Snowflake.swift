import HarkCore

/// An id of Discord, which tells when it was given: milliseconds since 2015 in its upper 42 bits.
struct Snowflake {
    private static let epoch: Int64 = 1_420_070_400_000
    let number: UInt64

    init(_ number: UInt64) { self.number = number }

    /// The smallest id of an instant.
    init(at instant: Instant) { number = UInt64(max(instant.milliseconds - Self.epoch, 0)) << 22 }

    /// When it was given.
    var instant: Instant { Instant(milliseconds: Int64(number >> 22) + Self.epoch) }
}
