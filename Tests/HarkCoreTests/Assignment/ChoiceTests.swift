import HarkCore
import Testing

/// Whom a conversation goes to.
struct ChoiceTests {
    private func candidate(
        _ name: String,
        open: Int = 0,
        of capacity: Int = 5,
        turn: Int64 = 0,
        speaks languages: Set<Language> = [],
        _ presence: AgentPresence = .available,
        working: Bool = true
    ) -> Candidate {
        Candidate(
            agent: Agent(name: name, email: nil, languages: languages),
            presence: presence,
            isWorking: working,
            open: open,
            capacity: capacity,
            turn: turn
        )
    }

    private func choice(
        _ candidates: [Candidate],
        _ mode: Assignment.Mode = .leastOpen,
        last: String? = nil,
        _ language: Language = .german
    ) -> Choice {
        Choice(conversation { $0.language = language }, among: candidates, lastAgent: last, mode: mode)
    }

    @Test func theOneWithTheFewestInPlayIsNext() {
        #expect(choice([candidate("ana", open: 2), candidate("ben", open: 1)]).agent == "ben")
    }

    @Test func roundRobinIsForWhoeverWaitedLongest() {
        let team = [candidate("ana", turn: 7), candidate("ben", open: 4, turn: 3), candidate("cem", turn: 5)]
        #expect(choice(team, .roundRobin).agent == "ben")
    }

    @Test func nobodyWhoIsAwayOffOrFullIsGivenAnything() {
        let team = [
            candidate("ana", .away), candidate("ben", working: false), candidate("cem", open: 5),
            candidate("dee", .awayAndReassign),
        ]
        let choice = choice(team)
        #expect(choice.agent == nil && choice.reason == "nobody has room")
        #expect(
            choice.candidates.map(\.note)
                == ["is away", "is outside working hours", "is full: 5 of 5 in play", "is away"]
        )
    }

    @Test func theLanguageIsASkillThatBeatsRoom() {
        let team = [candidate("ana", open: 4, speaks: [.german]), candidate("ben", speaks: [.english])]
        #expect(choice(team).agent == "ana")
        #expect(choice(team, .leastOpen, .english).agent == "ben")
        #expect(choice(team, .leastOpen, .other).agent == "ben")
    }

    @Test func aLanguageNobodyHasKeepsNobodyWaiting() {
        #expect(choice([candidate("ben", speaks: [.english])]).agent == "ben")
    }

    @Test func aReturningCustomerGoesToTheirLastAgentOnlyIfThatOneHasRoom() {
        let team = [candidate("ana", open: 3), candidate("ben")]
        #expect(choice(team, last: "ana").agent == "ana")
        #expect(choice([candidate("ana", .away), candidate("ben")], last: "ana").agent == "ben")
        #expect(choice([candidate("ana", open: 5), candidate("ben")], last: "ana").agent == "ben")
    }
}
