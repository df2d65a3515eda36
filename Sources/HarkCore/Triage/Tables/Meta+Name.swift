extension Meta {
    /// How the tables write it.
    package var name: String {
        switch self {
        case .base: "META_BASE"
        case .capitals: "META_CAPS"
        case .capitalWord: "META_CAPS_WORD"
        case .bang: "META_BANG"
        case .bangs: "META_BANGS"
        case .question: "META_QUESTION"
        case .questions: "META_QUESTIONS"
        case .stretched: "META_STRETCHED"
        case .link: "META_LINK"
        case .mention: "META_MENTION"
        case .addressed: "META_ADDRESSED"
        case .mentions: "META_MENTIONS"
        case .hashtag: "META_HASHTAG"
        case .hashtags: "META_HASHTAGS"
        case .number: "META_NUMBER"
        case .longNumber: "META_LONG_NUMBER"
        case .ellipsis: "META_ELLIPSIS"
        case .quote: "META_QUOTE"
        case .currency: "META_CURRENCY"
        case .short: "META_SHORT"
        case .long: "META_LONG"
        case .veryLong: "META_VERY_LONG"
        case .negative: "META_NEGATIVE"
        case .neutral: "META_NEUTRAL"
        case .positive: "META_POSITIVE"
        case .spam: "META_SPAM"
        case .cutNormal: "META_CUT_NORMAL"
        case .cutHigh: "META_CUT_HIGH"
        case .cutCritical: "META_CUT_CRITICAL"
        case .isPrivate: "META_PRIVATE"
        case .reach: "META_REACH"
        case .wideReach: "META_WIDE_REACH"
        case .unanswered: "META_UNANSWERED"
        case .waiting: "META_WAITING"
        case .press: "META_PRESS"
        case .closing: "META_CLOSING"
        }
    }

    /// What a table writes; nil for what is not known.
    init?(named name: String) {
        guard let meta = Self.all.first(where: { $0.name == name }) else { return nil }
        self = meta
    }
}
