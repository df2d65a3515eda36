import HarkCore
import HarkFakes

/// Brings the day to the doors, line by line.
struct Play {
    let stage: Stage
    let day: Day
    let start: Instant
    private let courier: Courier
    private let inbox: InboxReader
    /// The fediverse's ids, by the names of the lines.
    private var posts: [String: String] = [:]
    /// The last delivery of each line, for the network that sends it again.
    private var sent: [String: Courier.Parcel] = [:]
    private var expected = 0

    init(_ stage: Stage, _ day: Day, start: Instant) {
        self.stage = stage
        self.day = day
        self.start = start
        courier = Courier(stage: stage)
        inbox = InboxReader(stage: stage)
    }

    mutating func run() async throws {
        for (position, line) in day.lines.enumerated() {
            try Task.checkCancellation()
            switch line.door {
            case "desk": try await work(line)
            case let door where door.hasPrefix("fediverse"): try await post(line)
            default: try await deliver(line, at: position)
            }
        }
        try await settle()
        try await inbox.outboxIsEmpty()
    }

    private mutating func deliver(_ line: Day.Line, at position: Int) async throws {
        let parcel: Courier.Parcel
        switch line.event {
        case .again:
            guard let earlier = sent[line.name] else { throw DemoFailure("\(line.name) was never delivered") }
            parcel = earlier
        default:
            parcel = try Courier.Parcel(line, at: position, time: line.time(from: start))
            sent[line.name] = parcel
        }
        try await courier.post(parcel)
        if line.event == .says { expected += 1 }
    }

    private mutating func post(_ line: Day.Line) async throws {
        let time = line.time(from: start)
        switch line.event {
        case .says:
            let parent = line.parent.flatMap { posts[$0] }
            posts[line.name] =
                line.form == "direct"
                ? stage.fediverse.direct(from: line.who, line.text, at: time)
                : stage.fediverse.mention(from: line.who, line.text, inReplyTo: parent, at: time)
            expected += 1
        case .edits:
            try await settle()
            stage.fediverse.edit(posts[line.name] ?? "", to: line.text)
        case .deletes:
            try await settle()
            stage.fediverse.delete(posts[line.name] ?? "")
        default: throw DemoFailure("the fediverse cannot do “\(line.event)”")
        }
    }

    /// An agent's command, on the conversation that the named line belongs to.
    private func work(_ line: Day.Line) async throws {
        try await settle()
        guard let customer = day.line(line.name) else { throw DemoFailure("nobody said \(line.name)") }
        let environment = stage.environment(of: line.who)
        let query = "channel:\(customer.channel) from:\(customer.account)"
        let found = try await stage.program.run(["inbox", query, "--quiet"], environment: environment)
        guard let id = found.split(whereSeparator: \.isWhitespace).first.map(String.init) else {
            throw DemoFailure("no conversation answers to: \(query)")
        }
        let rest =
            switch line.event {
            case .reply, .note: [line.text]
            default: line.text.split(separator: " ").map(String.init)
            }
        _ = try await stage.program.run([line.event.rawValue, id] + rest, environment: environment)
    }

    /// Returns when everything said so far has been taken in.
    private func settle() async throws { try await inbox.holds(messages: expected) }
}

extension Day.Line {
    /// The customer's account as a query names it.
    var account: String {
        switch channel {
        case "fediverse": who.contains("@") ? "@" + who : "@\(who)@social.example"
        case "shop": who.lowercased() + "@mail.example"
        case "whatsapp": "49" + String(who.number)
        default: String(who.number)
        }
    }
}
