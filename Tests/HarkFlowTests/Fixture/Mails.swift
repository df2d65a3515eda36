import Foundation
import HarkTesting

/// Mails that Python's own library wrote, and what each of them says.
struct Mails {
    struct Expected: Decodable {
        var id: String
        var text: String
        var subject: String
        var author: String
        var attachments: Int
        var parent: String?
        var automatic: Bool
        var charset: String
    }

    let raw: [Data]
    let expected: [Expected]

    /// Writes mails of many character sets and shapes.
    static func written(_ count: Int, in scratch: ScratchFolder) async throws -> Mails {
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "mails.py").path
        let folder = scratch.path("mails")
        try await run(Tools.python ?? "", [script, folder, String(count)], in: scratch.url.path)
        let facts = try Data(contentsOf: URL(filePath: folder + "/expected.jsonl"))
        let expected = try facts.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Expected.self, from: Data($0))
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".eml") }.sorted()
        return Mails(raw: try names.map { try Data(contentsOf: URL(filePath: "\(folder)/\($0)")) }, expected: expected)
    }

    /// One plain mail.
    static func plain(id: String, from: String, subject: String, text: String, answers: String? = nil) -> Data {
        let parent = answers.map { "In-Reply-To: <\($0)>\r\n" } ?? ""
        return Data(
            """
            From: \(from)\r
            To: support@acme.example\r
            Subject: \(subject)\r
            Date: Sat, 21 Nov 2026 12:00:00 +0000\r
            Message-ID: <\(id)>\r
            \(parent)\r
            \(text)\r

            """.utf8
        )
    }

    /// What a mail server writes when it could not deliver.
    static func bounce(of letter: String) -> Data {
        Data(
            """
            From: MAILER-DAEMON@customers.example\r
            To: support@acme.example\r
            Return-Path: <>\r
            Subject: Undelivered Mail Returned to Sender\r
            Date: Sat, 21 Nov 2026 12:05:00 +0000\r
            Message-ID: <bounce-1@customers.example>\r
            MIME-Version: 1.0\r
            Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r
            \r
            --b\r
            Content-Type: text/plain\r
            \r
            I'm sorry to have to inform you that your message could not be delivered.\r
            --b\r
            Content-Type: message/delivery-status\r
            \r
            Reporting-MTA: dns; mx.customers.example\r
            \r
            Final-Recipient: rfc822; ana@customers.example\r
            Action: failed\r
            Status: 5.1.1\r
            Diagnostic-Code: smtp; 550 5.1.1 User unknown\r
            \r
            --b\r
            Content-Type: text/rfc822-headers\r
            \r
            Message-ID: <\(letter)>\r
            \r
            --b--\r

            """.utf8
        )
    }
}
