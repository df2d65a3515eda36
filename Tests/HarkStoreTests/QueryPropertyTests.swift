import Foundation
import HarkCore
import HarkSQLite
import HarkTesting
import Testing

/// One language, two evaluations: what a query finds in memory, the database finds too, and nothing else. The environment
/// variable HARK_QUERIES sets how many random queries are held against 120 conversations.
@Suite struct QueryPropertyTests {
    @Test func memoryAndDatabaseAgreeOnRandomQueries() async throws {
        let folder = try ScratchFolder()
        let store = try SQLiteStore(path: folder.path("hark.sqlite"))
        var random = SeededGenerator(seed: 20_261_122)
        let now = Instant(seconds: 1_800_000_000)
        let subjects = (1...120).map { RandomDesk.subject(number: $0, now: now, using: &random) }
        try await store.write { ledger in
            for subject in subjects { try ledger.apply(RandomDesk.filing(subject)) }
        }
        var found = 0
        let rounds = ProcessInfo.processInfo.environment["HARK_QUERIES"].flatMap { Int($0) } ?? 400
        for round in 0..<rounds {
            let query = RandomDesk.query(depth: 3, now: now, using: &random)
            let inMemory = subjects.filter { query.matches($0, at: now) }.map(\.conversation.id).sorted()
            let inDatabase = try await store.conversations(matching: query, after: nil, limit: 500, now: now)
                .map(\.id).sorted()
            #expect(inDatabase == inMemory, "round \(round): \(query)")
            found += inMemory.count
        }
        print("\(rounds) queries on \(subjects.count) conversations, \(rounds * subjects.count) pairs: \(found) found")
        #expect(found > 7 * rounds, "the queries found next to nothing, so the test says nothing")
    }
}

/// SplitMix64: the same sequence on every machine.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Random conversations and queries out of small vocabularies, so that they meet.
enum RandomDesk {
    static let words = [
        "Paket", "paket", "größe", "GROSSE", "café", "refund", "4711", "Straße", "naïve", "日本", "😀", "a-b",
    ]
    static let names = ["support", "Billing", "Köln", "vip", "@Ana", "ana", "Zoë"]
    static let topics = ["outage", "Invoice", "refund"]

    static func pick<Value>(_ values: [Value], using random: inout some RandomNumberGenerator) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    static func instant(_ now: Instant, using random: inout some RandomNumberGenerator) -> Instant {
        now + .minutes(Int64.random(in: -300...300, using: &random))
    }

    static func text(using random: inout some RandomNumberGenerator) -> String {
        (0..<Int.random(in: 0...6, using: &random)).map { _ in pick(words, using: &random) }.joined(separator: " ")
    }

    static func subject(
        number: Int,
        now: Instant,
        using random: inout some RandomNumberGenerator
    ) -> QuerySubject {
        var conversation = Conversation(
            id: .init(rawValue: Int64(number)),
            channel: .init(pick(["shop", "Fedi"], using: &random)),
            network: Network("toy"),
            key: .thread("t\(number)"),
            kind: pick(MessageKind.allCases, using: &random),
            isPrivate: Bool.random(using: &random),
            state: pick(Conversation.State.allCases, using: &random),
            team: pick(names, using: &random),
            createdAt: instant(now, using: &random),
            lastMessageAt: instant(now, using: &random)
        )
        conversation.assignee = Bool.random(using: &random) ? pick(["ana", "Zoë"], using: &random) : nil
        conversation.tags = Set((0..<2).map { _ in pick(names, using: &random) }).sorted()
        conversation.topics = Bool.random(using: &random) ? [pick(topics, using: &random)] : []
        conversation.urgency = Urgency(score: Int.random(in: 0...100, using: &random))
        conversation.sentiment = pick(Sentiment.Label.allCases, using: &random)
        conversation.language = pick(Language.allCases, using: &random)
        conversation.waitingSince = Bool.random(using: &random) ? instant(now, using: &random) : nil
        conversation.dueAt = Bool.random(using: &random) ? instant(now, using: &random) : nil
        conversation.answeredAt = Bool.random(using: &random) ? instant(now, using: &random) : nil
        conversation.readAt = Bool.random(using: &random) ? instant(now, using: &random) : nil
        conversation.isMuted = Bool.random(using: &random)
        var author = Author(id: "id\(number % 9)", handle: pick(names, using: &random), name: text(using: &random))
        author.followers = Bool.random(using: &random) ? Int.random(in: 0...50, using: &random) : nil
        conversation.contact = .init(rawValue: Int64(number))
        conversation.author = author.handle ?? ""
        let texts = (0..<Int.random(in: 1...3, using: &random)).map { _ in text(using: &random) }
        return QuerySubject(
            conversation: conversation,
            author: author,
            texts: texts,
            hasAttachment: Bool.random(using: &random)
        )
    }

    static func filing(_ subject: QuerySubject) -> Filing {
        var filing = Filing()
        let conversation = subject.conversation
        let contact = Contact(
            id: .init(rawValue: conversation.id.rawValue),
            channel: .init("c\(conversation.id)"),
            identity: subject.author ?? Author(id: "nobody"),
            firstSeenAt: conversation.createdAt
        )
        filing.contacts = [contact]
        filing.conversations = [conversation]
        filing.messages = subject.texts.enumerated().map { index, text in
            Message(
                id: .init(rawValue: conversation.id.rawValue * 10 + Int64(index)),
                conversation: conversation.id,
                channel: conversation.channel,
                networkID: "m\(conversation.id)-\(index)",
                direction: .inbound,
                kind: conversation.kind,
                isPrivate: conversation.isPrivate,
                contact: contact.id,
                text: text,
                attachments: index == 0 && subject.hasAttachment
                    ? [Attachment(kind: .image, url: "https://a.example")] : [],
                sentAt: conversation.createdAt,
                receivedAt: conversation.createdAt
            )
        }
        return filing
    }

    static func query(depth: Int, now: Instant, using random: inout some RandomNumberGenerator) -> Query {
        switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
        case 1: return .not(query(depth: depth - 1, now: now, using: &random))
        case 2: return .and((0..<2).map { _ in query(depth: depth - 1, now: now, using: &random) })
        case 3: return .or((0..<2).map { _ in query(depth: depth - 1, now: now, using: &random) })
        default: return .term(term(now: now, using: &random))
        }
    }

    private static func term(now: Instant, using random: inout some RandomNumberGenerator) -> Query.Term {
        let comparison = pick(Query.Comparison.allCases, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return .flag(pick(Query.Flag.allCases, using: &random))
        case 1: return .present(pick(Query.Field.allCases, using: &random))
        case 2: return .urgency(comparison, pick(Urgency.Level.allCases, using: &random))
        case 3: return .urgencyScore(comparison, Int.random(in: 0...100, using: &random))
        case 4: return .id(Int64.random(in: 1...130, using: &random))
        case 5:
            let span = Query.TimeBound.span(.minutes(Int64.random(in: 0...300, using: &random)))
            let date = RelativeDate(
                pick([.day, .week, .month, .year, .weekday(Int.random(in: 0...6, using: &random))], using: &random),
                offset: Int.random(in: -1...1, using: &random)
            )
            let bound = pick([span, .instant(instant(now, using: &random)), .relative(date)], using: &random)
            return .time(pick(Query.TimeField.allCases, using: &random), comparison, bound)
        case 6:
            return .text(words: TextFolding.words(in: text(using: &random)), prefix: Bool.random(using: &random))
        case 7: return .sentiment(comparison, Int.random(in: -1...1, using: &random))
        case 8: return .followers(comparison, Int64.random(in: 0...50, using: &random))
        default:
            let values = names + topics + ["id3", "shop", "fedi", "open", "de", "negative", "mention", "PAKET"]
            return .equals(pick(Query.Field.allCases, using: &random), pick(values, using: &random))
        }
    }
}
