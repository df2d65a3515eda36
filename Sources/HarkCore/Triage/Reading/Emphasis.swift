/// What a word counts for behind an intensifier and before a “but”; learned with and judged with alike.
package enum Emphasis {
    static let intensifiedThousandths = 1300
    static let weakenedThousandths = 600

    /// The same as a factor.
    package static let intensified = Double(intensifiedThousandths) / 1000
    /// The same as a factor.
    package static let weakened = Double(weakenedThousandths) / 1000
}
