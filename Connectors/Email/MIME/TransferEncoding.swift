/// How a part's bytes travel.
enum TransferEncoding {
    case plain, base64, quotedPrintable, uuencode

    /// The encoding a header names; an unknown one is taken as none.
    init(_ name: String?) {
        let word = name?.split { $0 == ";" || $0.isWhitespace }.first.map { $0.lowercased() } ?? ""
        switch word {
        case "base64": self = .base64
        case "quoted-printable", "quotedprintable": self = .quotedPrintable
        case "x-uuencode", "uuencode", "x-uue", "uue": self = .uuencode
        default: self = .plain
        }
    }

    /// The bytes as they were meant. Nothing is refused: what is no code stands for itself or is left out.
    func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        switch self {
        case .plain: Array(bytes)
        case .base64: Self.base64(bytes)
        case .quotedPrintable: Self.quotedPrintable(bytes)
        case .uuencode: Self.uudecoded(bytes)
        }
    }

    private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count / 4 * 3)
        var bits: UInt32 = 0
        var count = 0
        for byte in bytes {
            let value: UInt32
            switch byte {
            case 0x41...0x5A: value = UInt32(byte) - 0x41
            case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
            case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
            case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
            case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
            case UInt8(ascii: "="):
                // Padding ends a run; some senders glue several together.
                (bits, count) = (0, 0)
                continue
            default: continue
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return result
    }

    private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var rest = bytes
        while let line = rest.nextLine() {
            let isLast = rest.isEmpty && bytes.last != 0x0A && bytes.last != 0x0D
            // White space at the end of a line was added on the way.
            let kept = line[..<((line.lastIndex { $0 != 0x20 && $0 != 0x09 }).map { $0 + 1 } ?? line.startIndex)]
            if kept.last == UInt8(ascii: "=") {
                result += unescaped(kept.dropLast())
            } else {
                result += unescaped(kept)
                if !isLast { result += [0x0D, 0x0A] }
            }
        }
        return result
    }

    /// `=C3` as its byte; an equals sign that begins no code stands for itself.
    static func unescaped(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var index = line.startIndex
        while index < line.endIndex {
            if line[index] == UInt8(ascii: "="), index + 2 < line.endIndex, let high = line[index + 1].hexDigit,
                let low = line[index + 2].hexDigit
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(line[index])
                index += 1
            }
        }
        return result
    }

    private static func uudecoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        var rest = bytes
        while let line = rest.nextLine() {
            if line.starts(with: Array("begin ".utf8)) { continue }
            if line.elementsEqual(Array("end".utf8)) { break }
            guard let length = line.first.map({ Int($0 &- 32) & 63 }), length > 0 else { continue }
            let values = line.dropFirst().map { UInt32($0 &- 32) & 63 }
            var piece: [UInt8] = []
            for group in stride(from: 0, to: values.count, by: 4) {
                let four = (0..<4).map { group + $0 < values.count ? values[group + $0] : 0 }
                let word = four[0] << 18 | four[1] << 12 | four[2] << 6 | four[3]
                piece += [16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) }
            }
            result += piece.prefix(length)
        }
        return result
    }
}

extension UInt8 {
    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x41 + 10
        case 0x61...0x66: self - 0x61 + 10
        default: nil
        }
    }
}
