import HarkCore
import HarkFakes
import HarkSQLite
import HarkTesting
import Testing

/// The mailbox's own rows of the fault matrix, over real IMAP: nothing lost, nothing doubled, the channel says what happens.
struct MailboxFaultTests {
    struct Trouble: Sendable {
        var name: String
        var orders: [FakeMailTrouble]
        /// What the channel's health must say; nil for nothing, because the poller copes.
        var complaint: String?
    }

    static let troubles = [
        Trouble(name: "none", orders: []),
        Trouble(name: "timeout", orders: [.silence], complaint: "timed out"),
        Trouble(name: "torn within a mail", orders: [.tornLiteral], complaint: "closed the connection"),
        Trouble(name: "NO for now", orders: [.refusal("NO [UNAVAILABLE] later")], complaint: "unavailable"),
        Trouble(name: "NO for the limit", orders: [.refusal("NO [LIMIT] slow down")], complaint: "rate limited"),
        Trouble(name: "NO", orders: [.refusal("NO not now")], complaint: "not now"),
        Trouble(name: "BAD", orders: [.refusal("BAD what?")], complaint: "what?"),
        Trouble(name: "refused account", orders: [.authenticationFailed], complaint: "check username and password"),
        Trouble(name: "BYE for a greeting", orders: [.byeAtHello], complaint: "failing"),
        Trouble(name: "BYE to a search", orders: [.byeToSearch], complaint: "closed the connection"),
        Trouble(name: "UIDVALIDITY changed", orders: [.renumbered]),
        Trouble(name: "every mail twice", orders: [.duplicates, .duplicates]),
        Trouble(name: "backwards", orders: [.backwards, .backwards]),
        Trouble(name: "nothing found", orders: [.nothingFound]),
        Trouble(name: "lines of garbage", orders: [.garbage, .garbage]),
        Trouble(name: "renumbered and torn", orders: [.renumbered, .tornLiteral], complaint: "closed the connection"),
    ]

    @Test func noMailIsLostOrDoubledWhateverTheServerDoes() async throws {
        let clock = TestClock("2026-11-22T09:30:00Z")
        let mailbox = try await FakeMailbox.start(clock: clock)
        let channel = Channel(
            id: .init("mail"),
            network: Network("email"),
            account: "hark@acme.example",
            settings: ["imap": "imap://127.0.0.1:\(mailbox.port)"],
            secrets: ["password": Secret("hush")]
        )
        try await PolledNetwork.serve([channel], clock: clock) { store, _ async throws in
            #expect(try await Self.settles(mailbox, store, 0), "an empty mailbox")
            var total: Int64 = 0
            for trouble in Self.troubles {
                let position = try await store.lastEvent()
                mailbox.order(trouble.orders)
                mailbox.say(12)
                total += 12
                #expect(try await Self.settles(mailbox, store, total), "\(trouble.name)")
                let complaints = try await PolledNetwork.complaints(in: store, after: position)
                    .filter { !$0.contains("silent:") }
                if let wanted = trouble.complaint {
                    #expect(complaints.contains { $0.contains(wanted) }, "\(trouble.name): \(complaints)")
                } else {
                    #expect(complaints.filter { !$0.contains("timed out") }.isEmpty, "\(trouble.name): \(complaints)")
                }
            }
            let rows = try await store.conversations(matching: .all, after: nil, limit: 1000, now: clock.now)
            #expect(Set(rows.map(\.author)).count == Int(total) && rows.count == Int(total), "nothing is doubled")
            print("faults email: \(total) mails through \(Self.troubles.count) troubles")
        }
    }

    /// Waits until the store holds so many messages and no trouble is left, and a whole poll more has changed nothing.
    private static func settles(_ mailbox: FakeMailbox, _ store: any Store, _ messages: Int64) async throws -> Bool {
        var calm = 0
        var commands = 0
        for await command in mailbox.commands {
            commands += 1
            let count = try await store.counts().messages
            let isThere = mailbox.waiting == 0 && count == messages
            calm = isThere ? calm + (command.contains("SEARCH") ? 1 : 0) : 0
            if calm > 1 { return true }
            if commands > 3000 { break }
        }
        return false
    }
}
