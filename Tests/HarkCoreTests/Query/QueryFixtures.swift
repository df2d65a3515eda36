import HarkCore

/// Sunday, in the middle of the tests' world.
let noon = Instant("2026-11-22T12:00:00Z") ?? Instant(seconds: 0)

/// A conversation as most tests need it; change what matters.
func conversation(_ change: (inout Conversation) -> Void = { _ in }) -> Conversation {
    var conversation = Conversation(
        id: .init(42),
        channel: .init("Acme"),
        network: Network("fediverse"),
        key: .thread("1"),
        kind: .mention,
        isPrivate: false,
        team: "support",
        tags: ["outage", "vip"],
        author: "@ana@social.example",
        urgency: Urgency(score: 60),
        sentiment: .negative,
        language: .german,
        topics: ["delivery"],
        createdAt: noon - .hours(5),
        lastMessageAt: noon - .hours(1),
        waitingSince: noon - .hours(3),
        dueAt: noon + .minutes(20)
    )
    change(&conversation)
    return conversation
}

func subject(
    texts: [String] = ["Mein Paket ist weg. Bitte helft mir!"],
    author: Author? = Author(
        id: "109",
        handle: "@ana@social.example",
        name: "Ana María Silva",
        aliases: ["+4930123"],
        followers: 1204
    ),
    _ change: (inout Conversation) -> Void = { _ in }
) -> QuerySubject {
    QuerySubject(conversation: conversation(change), author: author, texts: texts, hasAttachment: true)
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
