/// Makes a report of facts. Every figure is a count over them, so every figure can name what stands behind it.
struct ReportMaking {
    /// More evidence than this is not listed.
    private static let evidenceLimit = 10_000

    let request: ReportRequest
    let facts: ReportFacts
    let since: Instant
    let until: Instant
    let zone: String

    func report() -> ServiceReport {
        ServiceReport(
            since: since,
            until: until,
            zone: zone,
            by: request.by,
            total: figures("all", facts.said, facts.promises, facts.turns),
            groups: groups(),
            days: days(),
            hours: hours(),
            spikes: spikes(),
            evidence: request.explain.map(evidence)
        )
    }

    private func groups() -> [ServiceReport.Figures] {
        var said: [String: [ReportFacts.Said]] = [:]
        var promises: [String: [ReportFacts.Promise]] = [:]
        var turns: [String: [ReportFacts.Turn]] = [:]
        for fact in facts.said {
            for name in names(of: fact.subject, at: fact.at) { said[name, default: []].append(fact) }
        }
        for fact in facts.turns {
            for name in names(of: fact.subject, at: fact.stay.from) { turns[name, default: []].append(fact) }
        }
        for fact in facts.promises {
            for name in names(of: fact.subject, at: fact.clock.startedAt) { promises[name, default: []].append(fact) }
        }
        let groups = Set(said.keys).union(promises.keys).union(turns.keys).map {
            figures($0, said[$0] ?? [], promises[$0] ?? [], turns[$0] ?? [])
        }
        return groups.sorted { left, right in
            if request.by == .hour { return left.name < right.name }
            return (right.messages, left.name) < (left.messages, right.name)
        }
    }

    private func names(of subject: ReportFacts.Subject, at: Instant) -> [String] {
        switch request.by {
        case .channel: [subject.channel.rawValue]
        case .team: [subject.team]
        case .agent: [subject.assignee.map { "@" + $0 } ?? "nobody"]
        case .topic: subject.topics.isEmpty ? ["none"] : subject.topics
        case .hour: [Self.two(LocalHour(at, zone).hour) + ":00"]
        }
    }

    private func figures(
        _ name: String,
        _ said: [ReportFacts.Said],
        _ promises: [ReportFacts.Promise],
        _ turns: [ReportFacts.Turn]
    ) -> ServiceReport.Figures {
        let first = promises.filter { $0.clock.metric == .firstResponse }
        let waits = first.compactMap { Self.wait($0.clock) }.sorted()
        let ended = promises.filter { Self.outcome(of: $0.clock) != nil }
        let breached = ended.count { $0.clock.breachedAt != nil }
        func count(_ label: Sentiment.Label) -> Int { said.count { $0.sentiment == label } }
        return ServiceReport.Figures(
            name: name,
            messages: said.count,
            needed: first.count,
            answered: waits.count,
            firstResponseMedian: Self.quantile(waits, 50),
            firstResponseP90: Self.quantile(waits, 90),
            within5Minutes: waits.count { $0 <= 300 },
            within30Minutes: waits.count { $0 <= 1800 },
            kept: ended.count - breached,
            breached: breached,
            negative: count(.negative),
            neutral: count(.neutral),
            positive: count(.positive),
            requesterWait: Self.wait(.requesterWait, turns),
            agentWork: Self.wait(.agentWork, turns)
        )
    }

    private static func wait(_ measure: WaitingTime.Measure, _ turns: [ReportFacts.Turn]) -> ServiceReport.Wait {
        let counted = turns.filter { measure.states.contains($0.stay.state) }
        let sums = Dictionary(grouping: counted, by: \.subject.conversation)
            .mapValues { $0.reduce(0) { $0 + $1.stay.seconds } }
        return ServiceReport.Wait(
            seconds: sums.values.reduce(0, +),
            median: quantile(sums.values.sorted(), 50)
        )
    }

    /// The seconds of real time a first answer took; nil where there was none.
    private static func wait(_ clock: Clock) -> Int64? {
        guard clock.state == .met, let end = clock.endedAt else { return nil }
        return (end - clock.startedAt).milliseconds / 1000
    }

    /// How a promise to us ended; nil while it is open, where it was taken back, and for the network's own window.
    private static func outcome(of clock: Clock) -> String? {
        guard clock.metric != .replyWindow else { return nil }
        if clock.breachedAt != nil { return "breached" }
        return clock.state == .met ? "kept" : nil
    }

    /// The smallest value that so many percent do not exceed.
    private static func quantile(_ sorted: [Int64], _ percent: Int) -> Int64? {
        sorted.isEmpty ? nil : sorted[(sorted.count * percent + 99) / 100 - 1]
    }

    private func days() -> [ServiceReport.Day] {
        var counts: [Int64: (messages: Int, negative: Int)] = [:]
        for fact in facts.said {
            let day = LocalHour(fact.at, zone).day
            counts[day, default: (0, 0)].messages += 1
            if fact.sentiment == .negative { counts[day, default: (0, 0)].negative += 1 }
        }
        let range = LocalHour(since, zone).day...max(LocalHour(since, zone).day, LocalHour(until, zone).day)
        return range.map { day in
            let (year, month, number) = CivilDate.fromDays(day)
            let count = counts[day] ?? (0, 0)
            return ServiceReport.Day(
                date: "\(year)-\(Self.two(Int(month)))-\(Self.two(Int(number)))",
                messages: count.messages,
                negative: count.negative
            )
        }
    }

    private func hours() -> [[Int]] {
        var table = Array(repeating: Array(repeating: 0, count: 24), count: 7)
        for fact in facts.said {
            let place = LocalHour(fact.at, zone)
            table[place.weekday][place.hour] += 1
        }
        return table
    }

    /// At least ten messages, and three times the middle of the hours in which anything was said.
    private func spikes() -> [ServiceReport.Spike] {
        let counts = Dictionary(grouping: facts.said) { $0.at.milliseconds / 3_600_000 }.mapValues(\.count)
        guard let usual = Self.quantile(counts.values.map(Int64.init).sorted(), 50) else { return [] }
        return counts.filter { $0.value >= 10 && $0.value >= 3 * Int(usual) }.sorted { $0.key < $1.key }.map {
            ServiceReport.Spike(
                at: Instant(milliseconds: $0.key * 3_600_000),
                messages: $0.value,
                usual: Int(usual)
            )
        }
    }

    private func evidence(of figure: ReportRequest.Figure) -> [ServiceReport.Evidence] {
        let all: [ServiceReport.Evidence]
        switch figure {
        case .messages: all = facts.said.map { said($0, "") }
        case .sentiment: all = facts.said.map { said($0, $0.sentiment?.rawValue ?? "not judged") }
        case .answered:
            all = firstResponses.map { ended($0, Self.wait($0.clock) == nil ? "not answered" : "answered") }
        case .firstResponse:
            all = firstResponses.compactMap { one in Self.wait(one.clock).map { ended(one, "\($0) s") } }
        case .requesterWait: all = stays(.requesterWait)
        case .agentWork: all = stays(.agentWork)
        case .promises: all = facts.promises.compactMap { one in Self.outcome(of: one.clock).map { ended(one, $0) } }
        }
        return Array(all.prefix(Self.evidenceLimit))
    }

    private func stays(_ measure: WaitingTime.Measure) -> [ServiceReport.Evidence] {
        facts.turns.filter { measure.states.contains($0.stay.state) }.map { turn in
            ServiceReport.Evidence(
                conversation: turn.subject.conversation.rawValue,
                at: turn.stay.from,
                what: turn.stay.event.map { "\(turn.stay.state.rawValue) until event \($0)" }
                    ?? "\(turn.stay.state.rawValue) still",
                value: "\(turn.stay.seconds) s"
            )
        }
    }

    private var firstResponses: [ReportFacts.Promise] { facts.promises.filter { $0.clock.metric == .firstResponse } }

    private func said(_ fact: ReportFacts.Said, _ value: String) -> ServiceReport.Evidence {
        ServiceReport.Evidence(
            conversation: fact.subject.conversation.rawValue,
            at: fact.at,
            what: "message \(fact.message.rawValue)",
            value: value
        )
    }

    private func ended(_ fact: ReportFacts.Promise, _ value: String) -> ServiceReport.Evidence {
        ServiceReport.Evidence(
            conversation: fact.subject.conversation.rawValue,
            at: fact.clock.endedAt ?? fact.clock.breachedAt ?? fact.clock.startedAt,
            what: "\(fact.clock.metric.rawValue) clock \(fact.clock.id.rawValue)",
            value: value
        )
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

/// The local day and hour of an instant.
struct LocalHour {
    /// Days since 1970-01-01.
    let day: Int64
    /// 0 is Monday.
    let weekday: Int
    /// 0 to 23, as the clock on the wall shows.
    let hour: Int

    init(_ instant: Instant, _ zone: String) {
        let clock = LocalTime.zone(zone)
        let second = LocalTime.floorDivision(instant.milliseconds, 1000)
        let local = second + clock.offset(at: second)
        day = LocalTime.floorDivision(local, 86_400)
        // 1970-01-01 was a Thursday.
        weekday = Int(((day + 3) % 7 + 7) % 7)
        hour = Int((local - day * 86_400) / 3600)
    }
}
