/// Exponential and logarithm out of IEEE additions and multiplications alone: the same bits on every machine, which
/// libm does not promise.
enum ExactMath {
    private static let ln2 = 0.693_147_180_559_945_3

    /// e to the power of x.
    static func exp(_ x: Double) -> Double {
        guard x > -700 else { return 0 }
        let bounded = Swift.min(x, 700)
        let whole = (bounded / ln2).rounded()
        let rest = bounded - whole * ln2
        var sum = 1.0
        var term = 1.0
        for n in 1...14 {
            term = term * rest / Double(n)
            sum += term
        }
        return sum * Double(sign: .plus, exponent: Int(whole), significand: 1)
    }

    /// The natural logarithm of a positive number.
    static func log(_ x: Double) -> Double {
        let scale = x.significand > 1.414 ? x.exponent + 1 : x.exponent
        let mantissa = x / Double(sign: .plus, exponent: Int(scale), significand: 1)
        // ln m = 2 (t + t³/3 + t⁵/5 …) with t = (m − 1) / (m + 1).
        let t = (mantissa - 1) / (mantissa + 1)
        var power = t
        var sum = 0.0
        for n in stride(from: 1, through: 23, by: 2) {
            sum += power / Double(n)
            power = power * t * t
        }
        return Double(scale) * ln2 + 2 * sum
    }
}
