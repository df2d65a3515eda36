/// Splits text into words and folds them, exactly as SQLite's tokenizer `unicode61 remove_diacritics 2` does.
///
/// A search in memory and a search in the index must find the same, so the fold follows that tokenizer to the scalar: letters
/// and digits make words, case and the diacritics of Latin letters go, everything else separates.
public enum TextFolding {
    /// The folded words of a text, in order.
    public static func words(in text: String) -> [String] { FoldedText(text).words }
}

/// A text folded once, to be searched many times.
public struct FoldedText: Sendable, Hashable {
    /// The folded words in UTF-8, each with a space before it, and one space at the end. Words hold no space, so a phrase is
    /// found as a run of bytes.
    private var bytes: [UInt8]

    private static let space = UInt8(ascii: " ")

    /// Folds a text.
    public init(_ text: String) {
        bytes = [Self.space]
        bytes.reserveCapacity(text.utf8.count + 2)
        var isInWord = false
        for scalar in text.unicodeScalars {
            if scalar.isWordPart {
                Self.append(scalar.foldedForSearch, to: &bytes)
                isInWord = true
            } else if isInWord, !scalar.isDroppedDiacritic {
                bytes.append(Self.space)
                isInWord = false
            }
        }
        if isInWord { bytes.append(Self.space) }
    }

    /// The words, in order.
    public var words: [String] {
        bytes.split(separator: Self.space).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the folded words stand here one after the other; with `prefix`, the last may go on.
    public func contains(words: [String], prefix: Bool) -> Bool {
        guard !words.isEmpty else { return false }
        var wanted: [UInt8] = []
        for word in words {
            wanted.append(Self.space)
            wanted += word.utf8
        }
        if !prefix { wanted.append(Self.space) }
        guard wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { start in
            bytes[start] == wanted[0] && bytes[start + 1] == wanted[1]
                && bytes[start..<start + wanted.count].elementsEqual(wanted)
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        if scalar.isASCII {
            bytes.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
    }
}
