/// Makes a report of facts. Every figure is a count over them, so every figure can name what stands behind it.
struct ReportMaking {
    /// More evidence than this is not listed at once.
    static let evidenceLimit = 10_000

    let request: ReportRequest
    let facts: ReportFacts
    let since: Instant
    let until: Instant
    let zone: String
    /// What makes an hour stand out.
    var spikeSettings = AlertSettings.Spikes()

    func report() -> ServiceReport {
        let evidence = request.explain.map(evidence)
        return ServiceReport(
            since: since,
            until: until,
            zone: zone,
            by: request.by,
            total: figures("all", facts.said, facts.promises, facts.turns),
            groups: groups(),
            days: days(),
            hours: hours(),
            spikes: spikes(),
            evidence: evidence.map { Array($0.dropFirst(request.skip).prefix(Self.evidenceLimit)) },
            evidenceCount: evidence?.count
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
        let said = Dictionary(grouping: facts.said) { LocalHour($0.at, zone).day }
        let range = LocalHour(since, zone).day...max(LocalHour(since, zone).day, LocalHour(until, zone).day)
        return range.map { day in
            let (year, month, number) = CivilDate.fromDays(day)
            let here = said[day] ?? []
            return ServiceReport.Day(
                date: "\(year)-\(Self.two(Int(month)))-\(Self.two(Int(number)))",
                messages: here.count,
                negative: here.count { $0.sentiment == .negative },
                neutral: here.count { $0.sentiment == .neutral },
                positive: here.count { $0.sentiment == .positive }
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

    /// Hours that stand out from the same hour of the weeks before, as the alerts judge it. Weeks before the first message
    /// tell nothing.
    private func spikes() -> [ServiceReport.Spike] {
        let here = Dictionary(grouping: facts.said) { $0.at.milliseconds / 3_600_000 }.mapValues(\.count)
        let counts = facts.hoursBefore.merging(here) { $0 + $1 }
        guard let first = counts.keys.min() else { return [] }
        return here.keys.sorted().compactMap { hour in
            let weeks = (1...Int64(Spike.weeks)).map { hour - $0 * 168 }.filter { $0 >= first }
            let before = weeks.map { counts[$0] ?? 0 }
            return Spike(observed: counts[hour] ?? 0, before: before, by: spikeSettings).map {
                ServiceReport.Spike(
                    at: Instant(milliseconds: hour * 3_600_000),
                    messages: $0.observed,
                    usual: $0.usual
                )
            }
        }
    }

    private func evidence(of figure: ReportRequest.Figure) -> [ServiceReport.Evidence] {
        switch figure {
        case .messages: facts.said.map { said($0, "") }
        case .sentiment: facts.said.map { said($0, $0.sentiment?.rawValue ?? "not judged") }
        case .answered:
            firstResponses.map { ended($0, Self.wait($0.clock) == nil ? "not answered" : "answered") }
        case .firstResponse:
            firstResponses.compactMap { one in Self.wait(one.clock).map { ended(one, "\($0) s") } }
        case .requesterWait: stays(.requesterWait)
        case .agentWork: stays(.agentWork)
        case .promises: facts.promises.compactMap { one in Self.outcome(of: one.clock).map { ended(one, $0) } }
        }
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
