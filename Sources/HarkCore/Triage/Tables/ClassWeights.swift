/// What a row says for each of three classes, in thousandths of a logit: negative, neutral, positive for sentiment;
/// German, English, other for language.
package struct ClassWeights: Sendable, Hashable {
    package var first: Int
    package var second: Int
    package var third: Int

    package static let zero = ClassWeights(0, 0, 0)

    package init(_ first: Int, _ second: Int, _ third: Int) {
        self.first = first
        self.second = second
        self.third = third
    }

    package init(_ values: [Int]) {
        self.init(values[0], values[1], values[2])
    }

    /// The three numbers in their order.
    package var values: [Int] { [first, second, third] }

    /// The number of the largest; the earlier one of equals.
    package var winner: Int { first >= second && first >= third ? 0 : second >= third ? 1 : 2 }

    @inline(__always)
    package static func + (left: Self, right: Self) -> Self {
        Self(left.first + right.first, left.second + right.second, left.third + right.third)
    }

    @inline(__always)
    package static func += (left: inout Self, right: Self) { left = left + right }

    /// Multiplied by a number of thousandths.
    @inline(__always)
    package func scaled(_ thousandths: Int) -> Self {
        Self(first * thousandths / 1000, second * thousandths / 1000, third * thousandths / 1000)
    }

    /// Good turned into bad and bad into good.
    package var reversed: Self { Self(third, second, first) }
}
