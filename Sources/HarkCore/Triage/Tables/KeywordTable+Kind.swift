extension KeywordTable {
    /// What a file's rows are about; follows from its name.
    package enum Kind: Hashable, Sendable {
        /// `base_de.tsv`, `base_en.tsv`, and `base_any.tsv` for every language.
        case sentiment(Language?)
        case urgency, topics, language, spam, grammar, press, calibration, overrides
        /// `packs/<domain>.tsv`: what words mean in one trade.
        case pack

        package init?(file: String) {
            switch file {
            case "base_any.tsv": self = .sentiment(nil)
            case "base_de.tsv": self = .sentiment(.german)
            case "base_en.tsv": self = .sentiment(.english)
            case "urgency.tsv": self = .urgency
            case "topics.tsv": self = .topics
            case "language.tsv": self = .language
            case "spam.tsv": self = .spam
            case "grammar.tsv": self = .grammar
            case "press.tsv": self = .press
            case "calibration.tsv": self = .calibration
            case "overrides.tsv": self = .overrides
            default:
                guard file.hasPrefix("packs/"), file.hasSuffix(".tsv"), file.utf8.count > 10 else { return nil }
                self = .pack
            }
        }

        /// The columns a file may have; the required ones first.
        var columns: (required: [String], optional: [String]) {
            switch self {
            case .sentiment: (["term", "neg", "neu", "pos"], ["group", "note"])
            case .pack: (["term", "neg", "neu", "pos"], ["lang", "group", "note"])
            case .urgency: (["term", "group", "weight"], ["lang", "note"])
            case .topics: (["term", "topic"], ["lang", "note"])
            case .language: (["term", "de", "en", "other"], ["note"])
            case .spam: (["term", "weight"], ["lang", "note"])
            case .grammar: (["term", "role"], ["weight", "lang", "note"])
            case .press: (["account"], ["note"])
            case .calibration: (["channel", "term", "neg", "neu", "pos"], ["note"])
            case .overrides: (["term", "aspect", "group", "weight"], ["lang", "note"])
            }
        }

        /// The column that names the row.
        var key: String { self == .press ? "account" : "term" }
    }

    /// The files a keyword folder must hold.
    public static let files = [
        "base_any.tsv", "base_de.tsv", "base_en.tsv", "grammar.tsv", "language.tsv", "overrides.tsv", "spam.tsv",
        "topics.tsv", "urgency.tsv",
    ]

    /// The files it may hold besides.
    public static let optionalFiles = ["calibration.tsv", "press.tsv"]
    /// Tables that no model reads: golden messages, what people tell the learner, and texts in other languages for it.
    public static let companions = ["curation.tsv", "golden.tsv", "other.tsv"]
}
