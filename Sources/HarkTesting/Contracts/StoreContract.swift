public import HarkCore
import Testing

/// What every store must do, whatever engine is behind it. Each method is one duty and records its own expectations.
public struct StoreContract: Sendable {
    private let store: any Store
    private let clock = TestClock("2026-11-23T09:00:00Z")

    /// A contract over an empty store.
    public init(_ store: any Store) { self.store = store }

    private var intake: Intake { Intake(store: store, running: Running(Brand().setup), clock: clock) }

    /// The same message twice changes nothing, and a delivery that brings nothing new leaves no row.
    public func aMessageTwiceIsOneMessage() async throws {
        let arrival = Arrival.toy([.message(.direct("m1", "hello", at: clock.now))])
        let first = try await intake.take(arrival)
        let again = try await intake.take(arrival)
        #expect(first == IntakeOutcome(delivery: first.delivery, fresh: 1, known: 0, undecoded: nil))
        #expect(first.delivery != nil)
        #expect(again == IntakeOutcome(delivery: nil, fresh: 0, known: 1, undecoded: nil))
        #expect(try await store.counts().messages == 1)
        #expect(try await store.deliveries(undecodedOnly: false, before: nil, limit: 10).count == 1)
    }

    /// Concurrent writes share commits, and a failing one undoes only its own changes.
    public func aFailingWriteUndoesOnlyItsOwnChanges() async throws {
        struct Refused: Error {}
        let store = store
        let now = clock.now
        let results = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
            for number in 0..<200 {
                group.addTask {
                    do {
                        try await store.write { ledger in
                            try ledger.setCursor(channel: .init("c\(number)"), feed: "f", cursor: "\(now)")
                            if number.isMultiple(of: 3) { throw Refused() }
                        }
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.filter { $0 }.count == 133)
        for number in 0..<200 {
            let cursor = try await store.cursor(channel: .init("c\(number)"), feed: "f")
            #expect((cursor == nil) == number.isMultiple(of: 3), "cursor of c\(number)")
        }
    }

    /// Text comes back as it came: NULs, 4-byte emoji, 100 kB, lone surrogates' replacement, bidi controls.
    public func hostileTextSurvives() async throws {
        let texts = [
            "a\u{0}b\u{0}c", "👩‍👩‍👧‍👦🇩🇪", String(repeating: "ß", count: 50_000), "\u{202E}evil\u{202C}", "\u{FFFD}",
            "\u{1B}[2J\u{9B}",
            "",
        ]
        for (index, text) in texts.enumerated() {
            _ = try await intake.take(.toy([.message(.direct("h\(index)", from: "p\(index)", text, at: clock.now))]))
        }
        let inbox = try await store.conversations(matching: .all, after: nil, limit: 50, now: clock.now)
        var kept: Set<String> = []
        for conversation in inbox {
            kept.formUnion(try await store.file(of: conversation.id)?.messages.map(\.text) ?? [])
        }
        #expect(kept == Set(texts))
    }

    /// Paging by keyset shows every conversation once, worst first, whatever the page size.
    public func pagesShowEveryConversationOnceWorstFirst() async throws {
        let start = clock.now
        for number in 0..<37 {
            let text = number.isMultiple(of: 5) ? "urgent" : "hello"
            let at = start - .minutes(Int64(number % 7) * 20)
            _ = try await intake.take(.toy([.message(.direct("p\(number)", from: "u\(number)", text, at: at))]))
        }
        let whole = try await store.conversations(matching: .all, after: nil, limit: 100, now: start)
        #expect(whole.count == 37)
        var paged: [Conversation] = []
        while true {
            let page = try await store.conversations(
                matching: .all,
                after: paged.last.map { InboxPosition($0) },
                limit: 5,
                now: start
            )
            if page.isEmpty { break }
            paged += page
        }
        #expect(paged.map(\.id) == whole.map(\.id))
        for (worse, better) in zip(whole, whole.dropFirst()) {
            #expect((worse.dueAt ?? .distantFuture) <= (better.dueAt ?? .distantFuture))
        }
    }

    /// An item of the outbox is leased to one taker; a lease that ran out unsettled says so.
    public func anOutboxItemIsLeasedOnce() async throws {
        let (store, now) = (store, clock.now)
        _ = try await intake.take(.toy([.message(.direct("m1", "hello", at: now))]))
        let desk = LocalDesk(
            store: store,
            running: Running(Brand().setup),
            transport: NoTransport(),
            mint: CountingMint(),
            clock: clock,
            actor: .agent("ana")
        )
        let conversation = try #require(
            try await store.conversations(matching: .all, after: nil, limit: 1, now: now).first
        )
        _ = try await desk.reply(conversation.id, ReplyCommand(text: "hi", idempotencyKey: "k"))
        _ = try await desk.reply(conversation.id, ReplyCommand(text: "hi", idempotencyKey: "k"))
        let takers = try await withThrowingTaskGroup(of: [OutboxItem].self) { group in
            for _ in 0..<8 {
                group.addTask { try await store.write { try $0.lease(now: now, until: now + .minutes(1), limit: 5) } }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(takers.count == 1)
        #expect(takers.first?.wasInterrupted == false)
        let later = now + .minutes(2)
        let again = try await store.write { try $0.lease(now: later, until: later + .minutes(1), limit: 5) }
        #expect(again.map(\.wasInterrupted) == [true])
    }

    /// Undecoded bytes are kept once per surface, and a retry changes the row it was kept in.
    public func undecodedBytesAreKeptOnce() async throws {
        let broken = Arrival(
            channels: [Brand.channel],
            surface: "feed",
            body: Array("<html>".utf8),
            decoded: .failure(DecodingFailure("no JSON"))
        )
        #expect(try await intake.take(broken).undecoded == "no JSON")
        #expect(try await intake.take(broken).delivery == nil)
        let kept = try await store.deliveries(undecodedOnly: true, before: nil, limit: 10)
        #expect(kept.map(\.error) == ["no JSON"])
        #expect(try await store.counts().undecoded == 1)
        #expect(try await store.health()[Brand.channel.id]?.undecoded == 1)
    }
}

extension Instant {
    fileprivate static let distantFuture = Instant(milliseconds: .max)
}

/// Reaches nobody.
public struct NoTransport: Transport {
    /// A transport without a network.
    public init() {}

    /// Always unreachable.
    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        throw TransportFailure.unreachable("tests have no network")
    }
}

/// Mints keys that a test can foresee; not random, for tests only.
public struct CountingMint: TokenMint {
    /// A mint.
    public init() {}

    /// Always the same key.
    public func mint() -> (text: String, hash: [UInt8]) { ("hark_test", [1, 2, 3]) }
}
