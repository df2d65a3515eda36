/// A body in two forms, text first: readers show the last they can.
struct MultipartAlternative {
    /// Quoted-printable never yields `=_`, so no stranger's text can end a part.
    private static let boundary = "=_hark_alternative"

    let text: String
    let html: String

    /// The fields that announce it.
    var headers: [MailHeader] {
        [MailHeader("Content-Type", structured: ["multipart/alternative;", "boundary=\"\(Self.boundary)\""])]
    }

    /// The parts with their boundaries, CRLF line ends.
    var rendered: String {
        part("text/plain", text) + part("text/html", html) + "--\(Self.boundary)--\r\n"
    }

    private func part(_ type: String, _ content: String) -> String {
        "--\(Self.boundary)\r\nContent-Type: \(type); charset=utf-8\r\n"
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + QuotedPrintable.encoded(content) + "\r\n"
    }
}
