import Foundation
import HarkFakes

/// The first mail that says that a promise was broken.
struct BreachMail {
    var subject: String
    var recipients: [String]
    /// The file's name in the mail folder.
    var file: String

    /// Waits for it, at most a minute.
    static func first(in sink: SMTPSink) async throws -> BreachMail {
        let mail = await withTaskGroup(of: BreachMail?.self) { group in
            group.addTask {
                var number = 0
                for await mail in sink.received {
                    number += 1
                    if let breach = BreachMail(mail, number: number) { return breach }
                }
                return nil
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(60))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next().flatMap(\.self)
        }
        try Task.checkCancellation()
        guard let mail else { throw DemoFailure("no breach mail has arrived within a minute") }
        return mail
    }

    private init?(_ mail: ReceivedMail, number: Int) {
        let head = mail.message.replacing("\r\n ", with: " ").split(separator: "\r\n")
        func field(_ name: String) -> String? {
            head.first { $0.lowercased().hasPrefix(name + ":") }.map {
                $0.dropFirst(name.count + 1).trimmingCharacters(in: .whitespaces)
            }
        }
        // A warning is of normal importance.
        guard field("importance") == "high", let subject = field("subject") else { return nil }
        self.subject = subject
        recipients = mail.recipients
        file = String(repeating: "0", count: max(0, 4 - String(number).count)) + "\(number).eml"
    }
}
