import Crypto

/// Comparisons whose duration tells nothing about where two values differ.
enum ConstantTime {
    /// Whether two texts are equal. Their digests are compared, so that not even the lengths show.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        areEqual(SHA256.hash(data: Array(left.utf8)), SHA256.hash(data: Array(right.utf8)))
    }

    /// Whether two runs of bytes are equal; lengths are no secret here.
    static func areEqual(_ left: some Sequence<UInt8>, _ right: some Sequence<UInt8>) -> Bool {
        let (left, right) = (Array(left), Array(right))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
