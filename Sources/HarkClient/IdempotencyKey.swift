/// A fresh key for a command that must not take effect twice.
enum IdempotencyKey {
    /// 128 random bits as hexadecimal digits.
    static func random() -> String {
        String(UInt64.random(in: 1 << 60 ... .max), radix: 16) + String(UInt64.random(in: 1 << 60 ... .max), radix: 16)
    }
}
