/// What `unicode61` knows of single scalars. Its tables stand at Unicode 6.1; what was assigned later it takes for letters
/// without case, and so must we.
extension Unicode.Scalar {
    /// Whether the scalar belongs to a word.
    var isWordPart: Bool {
        if isASCII {
            return (97...122).contains(value) || (65...90).contains(value) || (48...57).contains(value)
        }
        if Self.lettersByHistory.contains(value) { return true }
        if Self.separatorsByHistory.contains(where: { $0.contains(value) }) { return false }
        guard isKnownToTokenizer else { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse, .unassigned:
            return true
        default:
            return false
        }
    }

    /// Whether the scalar is a combining mark that vanishes inside a word instead of ending it.
    var isDroppedDiacritic: Bool { Self.droppedDiacritics.contains { $0.contains(value) } }

    /// The scalar in lower case, without the diacritics of Latin letters.
    var foldedForSearch: Unicode.Scalar {
        if isASCII {
            return (65...90).contains(value) ? Unicode.Scalar(UInt8(truncatingIfNeeded: value) + 32) : self
        }
        if let special = Self.specialFolds[self] { return special }
        let lower = properties.lowercaseMapping.unicodeScalars
        guard let first = lower.first, lower.count == 1, isKnownToTokenizer, first.isKnownToTokenizer else {
            return self
        }
        return Self.baseLetters[first] ?? first
    }

    private var isKnownToTokenizer: Bool {
        guard let age = properties.age else { return false }
        return (age.major, age.minor) <= (6, 1)
    }

    /// Scalars whose category changed after 6.1.
    private static let lettersByHistory: Set<UInt32> = [0x1885, 0x1886]
    private static let separatorsByHistory: [ClosedRange<UInt32>] = [
        0x19B0...0x19C0, 0x19C8...0x19C9, 0x1CF2...0x1CF3, 0xFFFE...0xFFFF,
    ]

    private static let droppedDiacritics: [ClosedRange<UInt32>] = [
        0x300...0x304, 0x306...0x30C, 0x30F...0x30F, 0x311...0x311, 0x31B...0x31B, 0x323...0x328, 0x32D...0x32E,
        0x330...0x331,
    ]

    /// Folds that differ from the lower case.
    private static let specialFolds: [Unicode.Scalar: Unicode.Scalar] = [
        "µ": "μ", "İ": "i", "ſ": "s", "ς": "σ", "ϐ": "β", "ϑ": "θ", "ϕ": "φ", "ϖ": "π", "ϰ": "κ", "ϱ": "ρ", "ϵ": "ε",
        "ẛ": "s", "\u{1FBE}": "ι",
    ]

    private static let baseLetters: [Unicode.Scalar: Unicode.Scalar] = {
        var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
        for row in latin {
            guard let base = row.unicodeScalars.first else { continue }
            for letter in row.unicodeScalars.dropFirst() { letters[letter] = base }
        }
        return letters
    }()

    /// Each Latin letter, followed by its forms with diacritics.
    private static let latin = [
        "aàáâãäåāăąǎǟǻȁȃȧḁạảấầẩẫậắằẳẵặ", "bḃḅḇ", "cçćĉċčḉ", "dďḋḍḏḑḓ", "eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ", "fḟ", "gĝğġģǧǵḡ",
        "hĥȟḣḥḧḩḫẖ", "iìíîïĩīĭįǐȉȋḭḯỉị", "jĵǰ", "kķǩḱḳḵ", "lĺļľḷḹḻḽ", "mḿṁṃ", "nñńņňǹṅṇṉṋ",
        "oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ", "pṕṗ", "rŕŗřȑȓṙṛṝṟ", "sśŝşšșṡṣṥṧṩ", "tţťțṫṭṯṱẗ",
        "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự", "vṽṿ", "wŵẁẃẅẇẉẘ", "xẋẍ", "yýÿŷȳẏẙỳỵỷỹ", "zźżžẑẓẕ",
    ]
}
