import HarkCore

@testable import HarkCommands

extension ScriptedDesk {
    func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView {
        note("sla \(id)")
        return ServiceLevelLedgerView(conversation: id, zone: "Europe/Berlin", clocks: [])
    }

    func whatIf(_ change: WhatIf) async throws -> WhatIfReport {
        note("what-if \(change.holidays) \(change.teams) \(change.policies ?? "-")")
        return WhatIfReport(clocks: 3, moved: [])
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
