import Foundation
import HarkFakes

/// What Python's `email` package, policy `default`, makes of a mail.
struct StrictMail: Decodable {
    var defects: [String]
    var messageID: String
    var automatic: String
    var list: String
    var references: String

    /// Reads mails, each from a file.
    static func read(_ mails: [ReceivedMail], scratch: String) async throws -> [StrictMail] {
        var results: [StrictMail] = []
        for (number, mail) in mails.enumerated() {
            let file = "\(scratch)/\(number).eml"
            try Data(mail.message.utf8).write(to: URL(filePath: file))
            let process = Process()
            process.executableURL = URL(filePath: "/usr/bin/env")
            process.arguments = ["python3", "-c", script, file]
            let output = try await Program.run(process, scratch: scratch)
            results.append(try output.decoded(as: StrictMail.self))
        }
        return results
    }

    private static let script = """
        import email, json, sys
        from email.policy import default
        mail = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=default)
        defects = [f"{name}: {defect!r}" for name, value in mail.items() for defect in value.defects]
        defects += [repr(defect) for part in mail.walk() for defect in part.defects]
        defects += [f"empty {part.get_content_type()}" for part in mail.iter_parts() if not part.get_content().strip()]
        json.dump({"defects": defects, "messageID": mail["Message-ID"], "automatic": mail["Auto-Submitted"],
                   "list": mail["List-Id"], "references": mail["References"]}, sys.stdout)
        """
}
