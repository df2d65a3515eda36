import HarkCore

@testable import HarkCommands

extension ScriptedDesk {
    func serviceLevel(of id: Conversation.ID) async throws -> ServiceLevelLedgerView {
        note("sla \(id)")
        return try Self.decoded(#"{"conversation": \#(id.rawValue), "zone": "Europe/Berlin", "clocks": []}"#)
    }

    func whatIf(_ change: WhatIf) async throws -> WhatIfReport {
        note("what-if \(change.holidays) \(change.teams) \(change.policies ?? "-")")
        return try Self.decoded(
            #"""
            {"clocks": 2, "moved": [{"conversation": 42, "metric": "first_response", "before": "2026-12-24T10:00:00Z",
            "after": "2026-12-28T10:00:00Z", "is_cancelled": false, "is_breached": false}]}
            """#
        )
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
