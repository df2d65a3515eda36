import HarkCore
import Testing

extension DeskContract {
    func aPromiseIsToldLineByLine() async throws {
        let id = try await conversation("ledger", "hello", ago: .minutes(30))
        let before = try await desk.serviceLevel(of: id)
        let first = try #require(before.clocks.first { $0.clock.metric == .firstResponse })
        #expect(first.lines.map(\.kind) == [.started, .counted, .due])
        #expect(first.usedSeconds == 1800)
        _ = try await desk.reply(id, ReplyCommand(text: "hi"))
        let after = try await desk.serviceLevel(of: id)
        let met = try #require(after.clocks.first { $0.id == first.id })
        #expect(met.lines.map(\.kind) == [.started, .counted, .met])
        #expect(met.lines.last?.actor == "@ana")
        #expect(met.lines.allSatisfy { $0.kind == .counted || $0.event != nil })
    }

    func aReportCountsWhatWasSaidAndNamesWhatStandsBehindIt() async throws {
        let request = ReportRequest(span: .days(1), by: .team, explain: .answered)
        let before = try await desk.report(request)
        let id = try await conversation("reported", "counted", ago: .minutes(10))
        _ = try await desk.reply(id, ReplyCommand(text: "yes"))
        let after = try await desk.report(request)
        #expect(after.total.messages == before.total.messages + 1)
        #expect(after.total.answered == before.total.answered + 1)
        #expect(after.groups.contains { $0.name == "support" } && after.by == .team)
        let behind = try #require(after.evidence?.first { $0.conversation == id.rawValue })
        #expect(behind.value == "answered")
        #expect(try await desk.report(ReportRequest(span: .days(1), by: .hour)).evidence == nil)
    }

    func theRadarTellsWhatWillBreach() async throws {
        let id = try await conversation("radar", "hello", ago: .minutes(30))
        let near = try await desk.radar(within: .minutes(40)).filter { $0.conversation.id == id.rawValue }
        #expect(near.map(\.metric) == [.firstResponse])
        #expect(near.map(\.leftSeconds) == [1800])
        let soon = try await desk.radar(within: .minutes(20)).filter { $0.conversation.id == id.rawValue }
        #expect(soon.isEmpty)
    }

    func tryingAChangeChangesNothing() async throws {
        let id = try await conversation("trial", "hello", ago: .minutes(30))
        let before = try await desk.serviceLevel(of: id)
        let report = try await desk.whatIf(WhatIf(holidays: ["2026-11-23"]))
        #expect(report.clocks > 0)
        #expect(report.moved.allSatisfy { $0.after != $0.before })
        #expect(try await desk.serviceLevel(of: id) == before)
        #expect(await code { _ = try await desk.whatIf(WhatIf(holidays: ["soon"])) } == .unprocessable)
        #expect(await code { _ = try await desk.whatIf(WhatIf(teams: ["nowhere"])) } == .unprocessable)
        #expect(await code { _ = try await desk.serviceLevel(of: .init(999_999)) } == .notFound)
    }
}
