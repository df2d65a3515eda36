public import HarkCore

/// A small fictional brand to test with: one toy network with both doors, one team, one policy.
public struct Brand: Sendable {
    /// Our shop's account on the toy network.
    public static let channel = Channel(
        id: .init("shop"),
        network: Network("toy"),
        account: "brand",
        secrets: ["token": Secret("toy-token")]
    )

    /// The configuration; change what a test is about.
    public var configuration: Configuration

    /// The brand with its usual configuration.
    public init(policies: [ServicePolicy] = [Brand.policy], rules: [Rule] = [], channels: [Channel] = [Brand.channel]) {
        configuration = Configuration(
            publicURL: "https://hark.example",
            database: "unused",
            keywords: "unused",
            channels: channels,
            teams: [Brand.team, Brand.secondTeam],
            routing: Routing(rules: rules, defaultTeam: "support"),
            policies: policies,
            mail: MailServer(host: "127.0.0.1", port: 25, security: .none, from: "hark@brand.example"),
            cannedTexts: [
                CannedText(
                    name: "hello",
                    language: .german,
                    text: "Hallo {name}, {agent}",
                    source: "canned/hello.de.txt"
                ),
                CannedText(name: "hello", language: nil, text: "Hello {name}, {agent}", source: "canned/hello.txt"),
            ],
            macros: [
                Macro(
                    name: "greet",
                    reply: "hello",
                    change: ConversationChange(addTags: ["greeted"], state: .closed),
                    source: "macros.yaml:1"
                )
            ],
            fingerprint: "test"
        )
    }

    /// The team that answers.
    public static let team = Team(
        name: "support",
        members: [
            Agent(name: "ana", email: "ana@brand.example"),
            Agent(name: "lea", email: "lea@brand.example", isLead: true),
        ],
        email: ["support@brand.example"],
        calendar: .always
    )

    /// Another team.
    public static let secondTeam = Team(
        name: "billing",
        members: [Agent(name: "bob", email: "bob@brand.example")],
        email: [],
        calendar: .always
    )

    /// First answer in one hour, next in two, done in a day; told at 75 % and at the breach.
    public static let policy = ServicePolicy(
        name: "standard",
        text: "",
        query: .all,
        targets: Dictionary(
            uniqueKeysWithValues: Urgency.Level.allCases.flatMap { level in
                [
                    (.init(.firstResponse, level), .init(span: .hours(1), hours: .calendar)),
                    (.init(.nextResponse, level), .init(span: .hours(2), hours: .calendar)),
                    (.init(.resolution, level), .init(span: .hours(24), hours: .calendar)),
                ]
            }
        ),
        escalations: [
            Escalation(point: .used(percent: 75), recipients: [.assignee]),
            Escalation(point: .breached(after: .zero), recipients: [.leads]),
        ],
        source: "sla.yaml:1"
    )

    /// The brand as a setup, read by ``ToyTriage`` and spoken to over ``ToyConnector``.
    public var setup: Setup {
        Setup(configuration: configuration, triage: ToyTriage(), connectors: ConnectorRegistry([ToyConnector()]))
    }
}

/// Judges by single words, so that a test can ask for any judgement: `urgent`, `angry`, `happy`, `outage`.
public struct ToyTriage: TriageModel {
    /// The model's name.
    public let fingerprint = "toy"

    /// A toy model.
    public init() {}

    /// Judges a message.
    public func read(_ text: String, context: TriageContext) -> Triage {
        let words = Set(TextFolding.words(in: text))
        let score = words.contains("angry") ? -600 : words.contains("happy") ? 600 : 0
        return Triage(
            language: words.contains("und") ? .german : .english,
            sentiment: Sentiment(score: score, label: score < 0 ? .negative : score > 0 ? .positive : .neutral),
            urgency: Urgency(score: words.contains("urgent") ? 80 : 30),
            topics: words.contains("outage") ? ["outage"] : [],
            evidence: words.contains("urgent")
                ? [Evidence(aspect: .urgency, term: "urgent", source: "toy.tsv:1", weight: 50)] : [],
            fingerprint: fingerprint
        )
    }
}

/// A network that says nothing by itself: tests hand its drafts to the intake.
public struct ToyConnector: EditingConnector {
    /// Only the toy network.
    public let networks = [Network("toy")]

    /// A toy connector.
    public init() {}

    /// Everything, with short texts and a day's window.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct, .mention],
            textLimit: .init(100, .characters),
            replyWindow: .hours(24),
            sendsIdempotently: true,
            editsReplies: true
        )
    }

    /// Nothing is ever missing.
    public func problems(of channel: Channel) -> [String] { [] }

    /// Nothing to call.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? { nil }

    /// Our account.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        channel.account
    }

    /// A post of the text.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(method: "POST", url: "http://127.0.0.1/", body: Array(reply.text.utf8))
    }

    /// A post of the new text.
    public func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(method: "POST", url: "http://127.0.0.1/", body: Array(edit.text.utf8))
    }

    /// The id is the outgoing one's.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        Receipt(messageID: "net-" + reply.id)
    }
}

extension Draft {
    /// A direct message on the toy network.
    public static func direct(
        _ id: String,
        from author: String = "kim",
        _ text: String,
        at sentAt: Instant
    ) -> Draft {
        Draft(
            id: id,
            kind: .direct,
            isPrivate: true,
            author: Author(id: author, handle: "@" + author, name: author.uppercased()),
            text: text,
            conversation: .person(author),
            sentAt: sentAt
        )
    }

    /// A public post on the toy network.
    public static func mention(
        _ id: String,
        from author: String = "kim",
        _ text: String,
        parent: String? = nil,
        at sentAt: Instant
    ) -> Draft {
        Draft(
            id: id,
            kind: .mention,
            isPrivate: false,
            author: Author(id: author, handle: "@" + author),
            text: text,
            conversation: .thread(id),
            parent: parent,
            sentAt: sentAt
        )
    }
}

extension Arrival {
    /// A delivery of the toy network.
    public static func toy(
        _ changes: [Inbound.Change],
        malformed: [String] = [],
        body: String? = nil,
        cursor: String? = nil
    ) -> Arrival {
        Arrival(
            channels: [Brand.channel],
            surface: Delivery.webhookSurface,
            body: Array((body ?? "\(changes.count) changes").utf8),
            decoded: .success(
                Decoded(items: changes.map { Inbound(network: Network("toy"), change: $0) }, malformed: malformed)
            ),
            cursor: cursor
        )
    }
}
