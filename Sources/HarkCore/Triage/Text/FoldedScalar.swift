/// What a character counts as when words are compared: case, accents, ß and umlauts do not tell words apart.
enum FoldedScalar {
    /// One or two lower-case ASCII letters; the second is 0 when there is one.
    case latin(UInt8, UInt8)
    /// A letter of another script.
    case letter
    /// An emoji or a symbol that stands for itself.
    case symbol
    /// Joins emoji into one: the zero-width joiner.
    case joiner
    /// Something that changes nothing: combining accents, variation selectors, skin tones, zero-width characters.
    case nothing
    /// The two dots over a, o, u in decomposed text.
    case diaeresis
    /// ’ and its relatives.
    case apostrophe
    /// Everything that ends a word.
    case gap

    /// What a character beyond ASCII counts as.
    init(beyondASCII scalar: UInt32) {
        switch scalar {
        case 0xC0...0x17F: self = Self.accented(scalar)
        case 0x308: self = .diaeresis
        case 0x300...0x36F, 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F,
            0xFEFF, 0x1F3FB...0x1F3FF, 0x1AB0...0x1AFF, 0x20D0...0x20FF, 0xE0000...0xE01EF:
            self = .nothing
        case 0x200D: self = .joiner
        case 0x2018, 0x2019, 0x201B, 0x2BC, 0xB4, 0x2032: self = .apostrophe
        case 0x180...0x24F, 0x250...0x2AF, 0x370...0x1FFF, 0x2C00...0x2DFF, 0x3005...0x3007, 0x3040...0xD7FF,
            0xF900...0xFDFF, 0xFE70...0xFEFE, 0xFF21...0xFFDC, 0x10000...0x1EFFF, 0x20000...0x3FFFF:
            self = .letter
        case 0xA9, 0xAE, 0x203C, 0x2049, 0x2122, 0x2139, 0x2190...0x21FF, 0x2300...0x23FF, 0x25A0...0x27BF,
            0x2934...0x2935, 0x2B00...0x2BFF, 0x1F000...0x1FAFF:
            self = .symbol
        default: self = .gap
        }
    }

    /// The base letters of U+00C0 to U+017F, two bytes each; a blank means a sign that is no letter.
    private static let bases: [UInt8] = Array(
        ("a a a a aea aec e e e e i i i i d n o o o o oe  o u u u uey thss"
            + "a a a a aea aec e e e e i i i i d n o o o o oe  o u u u uey thy "
            + "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
            + "g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l "
            + "l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s "
            + "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ").utf8
    )

    private static func accented(_ scalar: UInt32) -> FoldedScalar {
        let at = Int(scalar - 0xC0) * 2
        guard at + 1 < bases.count, bases[at] != 32 else { return .gap }
        return .latin(bases[at], bases[at + 1] == 32 ? 0 : bases[at + 1])
    }
}
