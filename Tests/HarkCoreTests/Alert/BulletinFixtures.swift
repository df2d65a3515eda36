import HarkCore

extension Instant {
    /// The tests' present.
    static let present = Instant(milliseconds: 1_795_340_100_000)
}

extension Alert {
    /// A first response that was due an hour and five minutes before the tests' present.
    static let sample = Alert(
        id: .init(rawValue: 7),
        key: "clock:3",
        cause: .promise,
        team: "support",
        conversation: Conversation.ID(42),
        clock: .init(rawValue: 3),
        metric: .firstResponse,
        policy: "vip",
        level: 2,
        told: 2,
        reason: .breach,
        dueAt: Instant(milliseconds: 1_795_336_200_000),
        raisedAt: Instant(milliseconds: 1_795_336_200_000)
    )
}

extension Conversation {
    /// The conversation that the sample alert is about.
    static let sample = Conversation(
        id: Conversation.ID(42),
        channel: Channel.ID("acme-social"),
        network: Network("toy"),
        key: .thread("t"),
        kind: .direct,
        isPrivate: true,
        team: "support",
        assignee: "bob",
        author: "@ana@social.example",
        snippet: "Nothing works!",
        urgency: Urgency(score: 72),
        createdAt: .present - .hours(2),
        lastMessageAt: .present - .hours(2),
        waitingSince: .present - .hours(2)
    )
}

extension Bulletin {
    /// A mail about the sample alert.
    static let sample = Bulletin(
        item: .init(rawValue: 5),
        createdAt: Instant(milliseconds: 1_795_336_200_000),
        group: NoticeGroup(team: "support", level: 2, recipient: "support@brand.example"),
        language: .english,
        reason: .breach,
        entries: [
            Entry(
                alert: .sample,
                conversation: .sample,
                text: "Nothing works!\nSince <b>noon</b> & nobody answers.",
                url: "https://social.example/@ana/1",
                words: ["nothing works", "noon"]
            )
        ]
    )

    /// A mail about several conversations.
    static let digest: Bulletin = {
        var digest = sample
        digest.entries = (1...3).map { number in
            var entry = sample.entries[0]
            entry.conversation?.id = Conversation.ID(Int64(number))
            entry.alert.conversation = Conversation.ID(Int64(number))
            return entry
        }
        return digest
    }()

    /// The mail as it leaves.
    func mail(at now: Instant = .present, _ templates: MailTemplates = .builtIn) throws -> OutgoingMail {
        let links = MailLinks(
            acknowledge: "https://hark.example/ack/a-5-x-y",
            unsubscribe: reason == .breach ? nil : "https://hark.example/unsubscribe/u-5-x-y",
            envelopeSender: "hark+b-5-x-y@brand.example"
        )
        let url = "https://hark.example"
        return try BulletinMail(
            self,
            from: "hark@brand.example",
            publicURL: url,
            links: links,
            templates: templates,
            now: now
        ).rendered()
    }
}

/// Reads unfolded headers, for tests that do not ask how they are folded.
enum Header {
    static func all(of mail: OutgoingMail) -> [String: String] {
        let head = mail.message.firstRange(of: "\r\n\r\n")?.lowerBound ?? mail.message.endIndex
        let lines = mail.message[..<head].replacing("\r\n ", with: " ").split(separator: "\r\n")
        let pairs = lines.compactMap { line -> (String, String)? in
            guard let colon = line.firstRange(of: ": ") else { return nil }
            return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
        }
        return Dictionary(pairs) { $0 + "\n" + $1 }
    }
}
