import HarkCore

@testable import HarkCommands

extension ScriptedDesk {
    func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView {
        note("sla \(id)")
        throw Failure(.notFound, "there is no conversation \(id)")
    }

    func whatIf(_ change: WhatIf) async throws -> WhatIfReport {
        note("what-if \(change.holidays) \(change.teams) \(change.policies ?? "-")")
        throw Failure(.unprocessable, "nothing can be tried here")
    }

    func radar(within: Span) async throws -> [RadarEntry] {
        note("radar \(within.milliseconds / 1000)")
        return [
            RadarEntry(
                conversation: Sample.summary(7),
                metric: .firstResponse,
                policy: "standard",
                dueAt: Sample.now + .minutes(40),
                leftSeconds: 2400
            )
        ]
    }
}
