/// Weights for German, English and other languages in few bytes: each word of a text carries some.
struct LanguageWeights {
    private var german: Int32 = 0
    private var english: Int32 = 0
    private var other: Int32 = 0

    @inline(__always)
    var weights: ClassWeights { ClassWeights(Int(german), Int(english), Int(other)) }

    @inline(__always)
    static func += (left: inout Self, right: Self) {
        left.german &+= right.german
        left.english &+= right.english
        left.other &+= right.other
    }

    /// A row's weights; a table's reader keeps them small.
    init(_ weights: ClassWeights) {
        german = Int32(clamping: weights.first)
        english = Int32(clamping: weights.second)
        other = Int32(clamping: weights.third)
    }

    init() {}
}
