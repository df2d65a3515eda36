import Foundation
import HarkCore
import Testing

@testable import HarkCommands

@Suite("Nothing hostile reaches a screen")
struct HostileTextTests {
    /// Several hundred texts that want to do something to a terminal, its owner or a reader.
    static let corpus: [String] = {
        let controls = (Array(0...0x1F) + Array(0x7F...0x9F)).compactMap { Unicode.Scalar(UInt32($0)) }
        let marks: [UInt32] =
            [0xAD, 0x61C, 0x200E, 0x200F, 0xFEFF, 0x2028, 0x2029, 0xFFF9, 0xFFFA, 0xFFFB] + Array(0x202A...0x202E)
            + Array(0x2060...0x2064) + Array(0x2066...0x206F) + Array(0xE0000...0xE007F)
        let scalars = controls + marks.compactMap { Unicode.Scalar($0) }
        let sequences = [
            "\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\", "\u{1B}]52;c;cm0gLXJmIH4=\u{7}",
            "\u{1B}P+q544e\u{1B}\\", "\u{1B}[2J\u{1B}[H", "\u{9B}2J", "\u{1B}[6n", "\u{1B}c", "\u{1B}]0;title\u{7}",
            "\u{90}1$tx\u{9C}", "\u{1B}_Gf=100;AAAA\u{1B}\\", "\u{1B}[?1049h", "a\rb", "\u{8}\u{8}\u{8}pwn",
            "user\u{202E}gpj.exe", "\u{2066}\u{202E}a\u{2069}", "\u{0}", String(repeating: "A", count: 10_000),
            String(repeating: "\u{1B}[31m", count: 100), "z" + String(repeating: "\u{335}", count: 500),
            "\n\n\n\t\t", "\r\n\r\n", "\u{FFFE}\u{FFFF}", "🏴\u{E0067}\u{E0062}\u{E007F}", "\"\\\u{1}\u{9F}",
            String(decoding: [0xED, 0xA0, 0x80, 0xC3], as: UTF8.self), String(repeating: "田", count: 300),
        ]
        let floods = (0..<60).map { String(repeating: "e\u{301}\u{20DD}\u{335}", count: $0 * 3) + "\u{200B}x" }
        return scalars.map { "before\($0)after" } + scalars.map(String.init) + sequences + floods
    }()

    static let styles = [Style.plain, Sample.style(80)]

    @Test func theCorpusIsLarge() { #expect(Self.corpus.count >= 500) }

    @Test func tablesAreSafe() {
        for text in Self.corpus {
            for style in Self.styles {
                let page = InboxPage(data: [Self.summary(text)], next: text)
                expectSafe(
                    InboxTable.render(page, style: style, now: Sample.now),
                    lines: style.isTerminal ? 2 : 1,
                    text
                )
                expectSafe(ChannelTable.render(Self.channels(text), style: style, now: Sample.now), lines: nil, text)
                expectSafe(DeliveryTable.render(Self.deliveries(text), style: style, now: Sample.now), lines: nil, text)
                let tokens = [TokenSummary(id: 1, name: text, role: .agent, createdAt: Sample.now)]
                expectSafe(TokenTable.render(tokens, style: style, now: Sample.now), lines: nil, text)
            }
        }
    }

    @Test func aRowHasAsManyColumnsAsEver() {
        for text in Self.corpus {
            let page = InboxPage(data: [Self.summary(text)], next: nil)
            let line = InboxTable.render(page, style: .plain, now: Sample.now)
            #expect(line.unicodeScalars.count { $0 == "\t" } == 6)
        }
    }

    @Test func conversationsAreSafe() {
        for text in Self.corpus {
            for style in Self.styles {
                let page = ConversationPage.render(Self.detail(text), style: style, now: Sample.now, history: true)
                expectSafe(page, lines: nil, text)
            }
        }
    }

    @Test func explanationsAreSafe() {
        for text in Self.corpus {
            for style in Self.styles {
                expectSafe(
                    ExplanationPage.render(Self.explanation(text), style: style, now: Sample.now),
                    lines: nil,
                    text
                )
            }
        }
    }

    @Test func whatPeopleWroteAndDidIsSafe() {
        for text in Self.corpus {
            for style in Self.styles {
                let act = ActView(Act(id: 1, at: Sample.now, actor: .agent(text), what: text, count: 2))
                let view = SavedView(id: 1, name: text, query: text, owner: text, isShared: false)
                let preview = MacroPreview(
                    conversation: Self.summary(text),
                    deed: Deed(note: text, reply: ReplyCommand(text: text), change: .init(team: text))
                )
                let contact = Contact(
                    id: .init(rawValue: 1),
                    channel: .init(text),
                    identity: Author(id: text, handle: text, name: text, url: text),
                    firstSeenAt: Sample.now
                )
                let event = EventView(
                    Event(
                        at: Sample.now,
                        kind: .noteAdded,
                        conversation: nil,
                        actor: .agent(text),
                        data: ["after": text]
                    )
                )
                let pages = [
                    HistoryTable.render([act], style: style, now: Sample.now), ViewTable.render([view], style: style),
                    MacroPage.render([preview], style: style), EventLine.render(event, style: style),
                    ContactPage.render(
                        .init(contact, conversations: [Self.summary(text)]),
                        style: style,
                        now: Sample.now
                    ),
                ]
                for page in pages { expectSafe(page, lines: nil, text) }
            }
            let cell = CSVText.cell(text)
            expectSafe(cell, lines: nil, text)
            #expect(!cell.contains { $0.isNewline })
        }
    }

    /// HARK_LINE sets how many bytes; four million take a while in a debug build.
    @Test func anEndlessLineIsSafeAndBreaksNoColumn() {
        let bytes = ProcessInfo.processInfo.environment["HARK_LINE"].flatMap { Int($0) } ?? 40_000
        let text = String(repeating: "\u{1B}[31mA\u{202E}田", count: bytes / 12 + 1)
        #expect(text.utf8.count >= bytes)
        let page = InboxPage(data: [Sample.summary(1, snippet: text)], next: nil)
        expectSafe(InboxTable.render(page, style: Sample.style(80), now: Sample.now), lines: 2, "an endless line")
        let plain = InboxTable.render(page, style: .plain, now: Sample.now)
        expectSafe(plain, lines: 1, "an endless line")
        #expect(plain.unicodeScalars.count { $0 == "\t" } == 6)
    }

    @Test func errorsAreSafe() {
        for text in Self.corpus {
            let failure = Failure(.provider, text, problems: [.init(pointer: text, detail: text)])
            expectSafe(FailureText.render(failure, about: text), lines: nil, text)
        }
    }

    @Test func jsonIsSafeAndLosesNothing() throws {
        for text in Self.corpus {
            let document = try JSONOutput.render(Self.detail(text))
            expectSafe(document, lines: nil, text)
            let back = try JSONDecoder().decode(ConversationDetail.self, from: Data(document.utf8))
            #expect(back == Self.detail(text))
        }
    }

    @Test func wholeCommandsAreSafe() async {
        for text in Self.corpus.suffix(12) {
            let desk = ScriptedDesk(
                failures: [7: Failure(.provider, text)],
                page: InboxPage(data: [Self.summary(text)], next: text)
            )
            for ran in [
                await hark("inbox", desk: desk, terminal: true, environment: ["HARK_TOKEN": "t", "NO_COLOR": "1"]),
                await hark("close", "7", desk: desk), await hark("show", text, desk: desk),
            ] {
                expectSafe(ran.data + ran.messages, lines: nil, text)
            }
        }
    }

    private func expectSafe(_ output: String, lines: Int?, _ source: String) {
        let bad = output.unicodeScalars.filter { TerminalText.isForbidden($0) }
        #expect(bad.isEmpty, "\(bad.map { String($0.value, radix: 16) }) from \(source.debugDescription.prefix(60))")
        if let lines { #expect(output.split(separator: "\n", omittingEmptySubsequences: false).count == lines + 1) }
    }

    private static func summary(_ text: String) -> ConversationSummary {
        Sample.summary(1, author: text, snippet: text) {
            $0.channel = Channel.ID(text)
            $0.team = text
            $0.assignee = text
            $0.tags = [text]
            $0.topics = [text]
        }
    }

    private static func channels(_ text: String) -> [ChannelHealth] {
        [ChannelHealth(id: text, network: text, account: text, mode: text, reason: text)]
    }

    private static func deliveries(_ text: String) -> [DeliveryView] {
        [
            DeliveryView(
                Delivery(id: 1, channel: Channel.ID(text), surface: text, receivedAt: Sample.now, body: [], error: text)
            )
        ]
    }

    private static func detail(_ text: String) -> ConversationDetail {
        let messages = [Message.Direction.inbound, .outbound, .note].map { direction in
            var message = Sample.message(1, direction, "2026-11-22T09:00:00Z", text)
            message.author = text
            message.subject = text
            message.statusReason = text
            message.revisions = [text]
            message.deletedAt = direction == .inbound ? Sample.now : nil
            message.attachments = [Attachment(kind: .file, url: text, name: text, note: text)]
            return message
        }
        let event = Event(
            at: Sample.now,
            kind: .conversationTagged,
            conversation: nil,
            actor: .agent(text),
            data: ["after": text]
        )
        return ConversationDetail(
            conversation: summary(text),
            contact: Author(id: text, handle: text, name: text, url: text),
            messages: messages,
            clocks: Sample.clocks.map { clock in
                var clock = clock
                clock.policy = text
                return clock
            },
            history: [EventView(event)],
            replyWindowEndsAt: nil
        )
    }

    private static func explanation(_ text: String) -> Explanation {
        let half = TextSpan(start: text.utf8.count / 2, length: 1)
        let triage = Triage(
            language: .other,
            sentiment: Sentiment(score: 0, label: .neutral),
            urgency: Urgency(score: 0),
            topics: [text],
            evidence: EvidenceList(
                Evidence.Aspect.allCases.map {
                    Evidence(aspect: $0, term: text, group: text, source: text, span: half, weight: 1, rule: text)
                }
            ),
            fingerprint: text
        )
        let match = RoutingDecision.Match(rule: text, condition: text, source: text, outcome: text)
        let routing = RoutingDecision(team: text, tags: [text], urgencyShift: 0, matches: [match])
        return Explanation(
            conversation: summary(text),
            messages: [.init(id: 1, text: text, triage: triage, routing: routing)],
            clocks: Sample.clocks
        )
    }
}
