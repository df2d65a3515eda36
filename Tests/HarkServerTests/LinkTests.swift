import HarkCore
import HarkServer
import HarkTesting
import Synchronization
import Testing

/// The links in mails, as a scanner, a reader and a forger use them.
struct LinkTests {
    /// Keeps every mail.
    final class Tray: Mailer {
        private let kept = Mutex<[OutgoingMail]>([])

        func send(_ mail: OutgoingMail) async throws { kept.withLock { $0.append(mail) } }
        func check() async throws {}

        var mails: [OutgoingMail] { kept.withLock { $0 } }

        /// A mail to an address, once it has left.
        func mail(to address: String) async throws -> OutgoingMail {
            let deadline = ContinuousClock.now + .seconds(20)
            while ContinuousClock.now < deadline {
                if let mail = mails.first(where: { $0.recipients == [address] }) { return mail }
                try await Task.sleep(for: .milliseconds(20))
            }
            return try #require(nil, "no mail to \(address)")
        }
    }

    /// The path of a link in a mail.
    private static func path(_ name: String, in mail: OutgoingMail) throws -> String {
        let text = mail.message.replacing("=\r\n", with: "")
        let start = try #require(text.firstRange(of: "https://hark.example/\(name)/")).upperBound
        let mark = text[start...].prefix { $0.isLetter || $0.isNumber || $0 == "-" }
        return "/\(name)/\(mark)"
    }

    private static func run(_ test: (LiveHark, Tray) async throws -> Void) async throws {
        let tray = Tray()
        try await LiveHark.run(mailer: tray, groupWait: .zero) { hark async throws in
            let intake = Intake(store: hark.store, running: hark.running, clock: hark.clock)
            let draft = Draft.direct("m1", from: "kim", "<b>Help</b>", at: hark.now - .hours(2))
            _ = try await intake.take(.toy([.message(draft)]))
            // What came in beside the service wakes nobody; a note does.
            let note = try await hark.call("POST", "/api/v1/conversations/1/notes", as: .agent, json: #"{"text":"."}"#)
            #expect(note.status == 201, "\(note.text)")
            try await test(hark, tray)
        }
    }

    private static func alerts(_ hark: LiveHark) async throws -> [AlertView] {
        let page: AlertsPage = try await hark.call("GET", "/api/v1/alerts", as: .agent).json()
        return page.data
    }

    @Test func lookingChangesNothingAndTheButtonWorksOnce() async throws {
        try await Self.run { hark, tray async throws in
            let path = try Self.path("ack", in: try await tray.mail(to: "lea@brand.example"))
            for _ in 1...3 {
                let page = try await hark.call("GET", path)
                #expect(page.status == 200)
                #expect(page.header("cache-control") == "no-store")
                #expect(page.header("content-security-policy")?.contains("default-src 'none'") == true)
                #expect(page.text.contains("&lt;b&gt;Help&lt;/b&gt;") && page.text.contains("<button"))
            }
            #expect(try await Self.alerts(hark).map(\.state) == [.open])
            #expect(try await hark.call("POST", path).status == 200)
            #expect(try await Self.alerts(hark).map(\.state) == [.acknowledged])
            #expect(try await Self.alerts(hark).first?.stoppedBy == "@lea")
            #expect(try await hark.call("POST", path).status == 410)
            #expect(try await hark.call("GET", path).text.contains("<button") == false)
        }
    }

    @Test func aForgedOrOldLinkOpensNothing() async throws {
        try await Self.run { hark, tray async throws in
            let path = try Self.path("ack", in: try await tray.mail(to: "lea@brand.example"))
            let last = path.last == "0" ? "1" : "0"
            let forged = [
                String(path.dropLast()) + last, path + "0", path.replacing("/a-", with: "/b-"), "/ack/x",
                "/ack/a-1-1-1",
                path.replacing("/ack/", with: "/unsubscribe/"),
            ]
            for path in forged {
                #expect(try await hark.call("GET", path).status == 404, "\(path)")
                #expect(try await hark.call("POST", path).status == 404, "\(path)")
            }
            hark.advance(by: .days(8))
            #expect(try await hark.call("GET", path).status == 410)
            #expect(try await hark.call("POST", path).status == 410)
            #expect(try await Self.alerts(hark).first?.stoppedBy == nil)
        }
    }

    @Test func oneClickEndsTheWarningsOfAStepForOneAddress() async throws {
        try await Self.run { hark, tray async throws in
            let mail = try await tray.mail(to: "support@brand.example")
            #expect(mail.message.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"))
            let breach = try await tray.mail(to: "lea@brand.example")
            #expect(!breach.message.contains("List-Unsubscribe"))
            let path = try Self.path("unsubscribe", in: mail)
            #expect(try await hark.call("GET", path).status == 200)
            for _ in 1...2 { #expect(try await hark.call("POST", path).status == 200) }
            let desk = LocalDesk(
                store: hark.store,
                running: hark.running,
                transport: hark.transport,
                mint: CountingMint(),
                clock: hark.clock,
                actor: .agent("ana")
            )
            let silences = try await desk.silences()
            #expect(silences.map(\.scope) == [.init(team: "support", level: 1, recipient: "support@brand.example")])
        }
    }

    @Test func theEnvelopeSenderIsSignedForEachMail() async throws {
        try await Self.run { _, tray async throws in
            let senders = [
                try await tray.mail(to: "support@brand.example").sender,
                try await tray.mail(to: "lea@brand.example").sender,
            ]
            #expect(Set(senders).count == 2)
            for sender in senders {
                #expect(sender.wholeMatch(of: /hark\+b-[a-z0-9]+-[a-z0-9]+-[a-f0-9]{32}@brand\.example/) != nil)
            }
        }
    }
}
