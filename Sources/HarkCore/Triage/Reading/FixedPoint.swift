/// Square roots and exponentials in whole numbers: the same on every machine, which libm is not.
package enum FixedPoint {
    /// 65536 divided by the square root of a count.
    @inline(__always)
    package static func reciprocalRoot(_ count: Int) -> Int {
        count < roots.count ? roots[count] : max(1, root(4_294_967_296 / count))
    }

    private static let roots: [Int] = [65536] + (1...512).map { root(4_294_967_296 / $0) }

    /// The largest whole number whose square is not above a number.
    package static func root(_ number: Int) -> Int {
        guard number > 1 else { return max(number, 0) }
        var guess = 1 << ((number.bitWidth - number.leadingZeroBitCount + 1) / 2)
        while true {
            let better = (guess + number / guess) / 2
            if better >= guess { return guess }
            guess = better
        }
    }

    /// 2³⁰ times e to the power of −x thousandths, for x of zero or more.
    @inline(__always)
    package static func decay(_ thousandths: Int) -> Int {
        let whole = thousandths / 1000
        guard whole < wholes.count else { return 0 }
        return (wholes[whole] * fractions[thousandths % 1000]) >> 30
    }

    /// e to the power of −0, −1, −2 … times 2³⁰.
    private static let wholes: [Int] = {
        // e⁻¹ times 2⁶⁰, kept long enough that twenty products stay exact to the last bit shown.
        var power = 1 << 30
        return (0..<21).map { _ in
            defer { power = Int((UInt64(power) * 395_007_542) >> 30) }
            return power
        }
    }()

    /// e to the power of −m/1000 times 2³⁰, by its series.
    private static let fractions: [Int] = (0..<1000).map { m in
        var term = 1 << 30
        var sum = 0
        var n = 1
        while term != 0 {
            sum += term
            term = -(term * m) / (1000 * n)
            n += 1
        }
        return sum
    }

    /// The probabilities of three logits in thousandths; they add up to 1000.
    package static func softmax(_ logits: ClassWeights) -> ClassWeights {
        let top = max(logits.first, logits.second, logits.third)
        let first = decay(top - logits.first)
        let second = decay(top - logits.second)
        let third = decay(top - logits.third)
        let sum = first + second + third
        let a = (first * 2000 + sum) / (2 * sum)
        let c = (third * 2000 + sum) / (2 * sum)
        return ClassWeights(a, 1000 - a - c, c)
    }

    /// The probability of a logit in thousandths, in thousandths.
    package static func logistic(_ logit: Int) -> Int {
        let small = decay(abs(logit))
        let whole = 1 << 30
        let probability = (whole * 1000 + (whole + small) / 2) / (whole + small)
        return logit >= 0 ? probability : 1000 - probability
    }
}
