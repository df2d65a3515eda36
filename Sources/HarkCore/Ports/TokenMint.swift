/// Makes keys for the API. The core has neither randomness nor hashes; whoever runs it brings both.
public protocol TokenMint: Sendable {
    /// A fresh key: its text, shown once and never stored, and the hash by which it is found again.
    func mint() -> (text: String, hash: [UInt8])
}
