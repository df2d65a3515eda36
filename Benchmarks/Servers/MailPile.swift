import Foundation

/// A Maildir of mails with the texts of the seeded conversations, and notmuch's index over it.
struct MailPile {
    private static let program = "/usr/bin/notmuch"

    private let environment: [String: String]

    /// Writes and indexes the mails; nil where notmuch is missing or none are wanted.
    init?(count: Int, folder: String) throws {
        guard count > 0 else { return nil }
        guard FileManager.default.isExecutableFile(atPath: Self.program) else {
            Screen.say("notmuch is not installed: nothing to compare with")
            return nil
        }
        environment = ["NOTMUCH_CONFIG": "\(folder)/notmuch-config"]
        for part in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
        }
        let settings = """
            [database]
            path=\(folder)
            [user]
            name=Ana
            primary_email=ana@acme.example
            [new]
            tags=unread;inbox
            ignore=notmuch-config

            """
        try settings.write(toFile: "\(folder)/notmuch-config", atomically: true, encoding: .utf8)
        let began = Stopwatch.now
        var dice = Dice(seed: UInt64(count))
        for number in 0..<count { try Self.write(number, Chatter.text(&dice), to: folder, &dice) }
        _ = try TimedCommand(Self.program, ["new", "--quiet"], environment).run()
        Screen.say("wrote and indexed \(count) mails in \(Figures.text(Stopwatch.now - began, 1)) s")
    }

    /// The newest fifty threads of the inbox.
    var search: TimedCommand { TimedCommand(Self.program, ["search", "--limit=50", "tag:inbox"], environment) }

    private static func write(_ number: Int, _ text: String, to folder: String, _ dice: inout Dice) throws {
        let minutes = Int.random(in: 1...20_000, using: &dice)
        let date = Date(timeIntervalSince1970: 1_795_000_000 - Double(minutes * 60))
        let mail = """
            From: Customer \(number) <customer\(number)@example.org>
            To: care@acme.example
            Subject: \(text.prefix(40))
            Date: \(stamp.string(from: date))
            Message-ID: <seed-\(number)@example.org>
            Content-Type: text/plain; charset=utf-8

            \(text)

            """
        try Data(mail.utf8).write(to: URL(fileURLWithPath: "\(folder)/new/\(number).seed.example"))
    }

    private static let stamp: DateFormatter = {
        let stamp = DateFormatter()
        stamp.locale = Locale(identifier: "en_US_POSIX")
        stamp.timeZone = TimeZone(secondsFromGMT: 0)
        stamp.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return stamp
    }()
}
