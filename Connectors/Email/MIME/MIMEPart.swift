/// A mail, or one part of it.
struct MIMEPart {
    /// Mails nest deeper than this only to exhaust whoever reads them.
    private static let deepest = 12
    private static let mostParts = 200

    let headers: MailHeaders
    /// The bytes as they travel, for a part without parts.
    let body: ArraySlice<UInt8>
    let children: [MIMEPart]
    /// The number by which IMAP fetches the part: `1.2`; empty for the whole mail.
    let number: String

    /// Reads a mail. Everything is a mail: what has no header is a body.
    init(_ bytes: ArraySlice<UInt8>) {
        var budget = Self.mostParts
        self.init(bytes, number: "", depth: 0, usual: "text/plain", budget: &budget)
    }

    private init(_ bytes: ArraySlice<UInt8>, number: String, depth: Int, usual: String, budget: inout Int) {
        var rest = bytes
        headers = MailHeaders(&rest)
        body = rest
        budget -= 1
        let declared = headers.parameterised("content-type")
        // `Content-Type: text` and worse is read as the default, as the standard asks.
        let type = declared?.value.contains("/") == true ? declared?.value ?? usual : usual
        mediaType = type
        let next = depth + 1
        guard next < Self.deepest, budget > 0 else {
            (children, self.number) = ([], number)
            return
        }
        if type.hasPrefix("multipart/"), let boundary = declared?["boundary"], !boundary.isEmpty {
            let usual = type == "multipart/digest" ? "message/rfc822" : "text/plain"
            var found: [MIMEPart] = []
            for (index, piece) in Self.pieces(of: rest, boundary: boundary).enumerated() where budget > 0 {
                let place = number.isEmpty ? "\(index + 1)" : "\(number).\(index + 1)"
                found.append(MIMEPart(piece, number: place, depth: next, usual: usual, budget: &budget))
            }
            (children, self.number) = (found, number)
        } else {
            (children, self.number) = ([], number.isEmpty ? "1" : number)
        }
    }

    /// `text/html`, lower case.
    let mediaType: String

    var isMultipart: Bool { !children.isEmpty }

    /// The parameter of the content type.
    func parameter(_ name: String) -> String? { headers.parameterised("content-type")?[name] }

    /// The bytes as they were meant.
    var content: [UInt8] { TransferEncoding(headers["content-transfer-encoding"]).decoded(body) }

    /// The part's text in its character set, lines ending with a line feed.
    var text: String {
        let text = Charset(parameter("charset") ?? usualCharset).text(of: content)
        return text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    }

    /// Without a declared set, HTML may declare it itself; else UTF-8, which recognises itself.
    private var usualCharset: String {
        guard mediaType == "text/html" else { return "utf-8" }
        let head = String(decoding: content.prefix(2_048), as: UTF8.self).lowercased()
        guard let start = head.firstRange(of: "charset=") else { return "utf-8" }
        let name = head[start.upperBound...].drop { $0 == "\"" || $0 == "'" }.prefix {
            $0.isLetter || $0.isNumber || "-_".contains($0)
        }
        return String(name)
    }

    /// What the sender calls the part.
    var fileName: String? {
        let name = headers.parameterised("content-disposition")?["filename"] ?? parameter("name")
        return name.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Whether the sender means it to be kept beside the text.
    var isAttachment: Bool {
        let disposition = headers.parameterised("content-disposition")?.value
        if disposition == "attachment" { return true }
        if mediaType.hasPrefix("text/plain") || mediaType.hasPrefix("text/html") { return fileName != nil }
        return !mediaType.hasPrefix("text/") || fileName != nil
    }

    /// The bytes between boundary lines. A missing end ends with the mail; what stands before the first is no part.
    private static func pieces(of bytes: ArraySlice<UInt8>, boundary: String) -> [ArraySlice<UInt8>] {
        let mark = Array("--\(boundary)".utf8)
        var pieces: [ArraySlice<UInt8>] = []
        var start: Int?
        var rest = bytes
        // The line end before a boundary belongs to the boundary.
        var lineStart = rest.startIndex
        var previousEnd = rest.startIndex
        while let line = rest.nextLine() {
            if line.starts(with: mark), isBoundary(line.dropFirst(mark.count)) {
                if let start { pieces.append(bytes[start..<max(start, previousEnd)]) }
                if line.dropFirst(mark.count).starts(with: [0x2D, 0x2D]) { return pieces }
                start = rest.startIndex
            }
            previousEnd = line.endIndex
            lineStart = rest.startIndex
        }
        if let start, start < bytes.endIndex || lineStart == bytes.endIndex {
            pieces.append(bytes[min(start, bytes.endIndex)...])
        }
        return pieces
    }

    /// Behind the mark only dashes and white space may stand: one boundary may begin another.
    private static func isBoundary(_ rest: ArraySlice<UInt8>) -> Bool {
        let tail = rest.starts(with: [0x2D, 0x2D]) ? rest.dropFirst(2) : rest
        return tail.allSatisfy { $0 == 0x20 || $0 == 0x09 }
    }
}
