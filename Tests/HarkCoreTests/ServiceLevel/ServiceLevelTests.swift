import HarkCore
import Testing

/// Monday the 23rd of November 2026; the team works nine to five UTC.
struct ServiceLevelTests {
    @Test func theFirstMessageStartsFirstResponseAndResolution() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        #expect(play.active.map(\.metric) == [.firstResponse, .resolution])
        #expect(play.clock(.firstResponse)?.dueAt == at("2026-11-23T11:00:00Z"))
        #expect(play.clock(.resolution)?.dueAt == at("2026-11-24T10:00:00Z"))
        #expect(ServiceLevel.dueAt(of: play.active) == at("2026-11-23T11:00:00Z"))
        #expect(play.events.first?.data["target_seconds"] == "3600")
        #expect(play.events.first?.data["due"] == "2026-11-23T11:00:00.000Z")
    }

    @Test func aSecondMessageDoesNotRestartTheClock() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        let before = play.active
        play.customerSpeaks("2026-11-23T10:30:00Z")
        #expect(play.active == before)
        #expect(play.events.count == 2)
    }

    @Test func aReplyMeetsTheResponseAndTheNextMessageStartsNextResponse() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T10:20:00Z")
        #expect(play.clock(.firstResponse)?.state == .met)
        #expect(play.clock(.firstResponse)?.used == .minutes(20))
        #expect(play.clock(.firstResponse)?.breachedAt == nil)
        play.customerSpeaks("2026-11-23T12:00:00Z")
        #expect(play.clock(.nextResponse)?.dueAt == at("2026-11-23T14:00:00Z"))
        #expect(play.said(.firstResponse) == ["started", "met"])
    }

    @Test func onlyAReplyStopsAResponseClock() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        for state in [Conversation.State.pending, .snoozed, .open] { play.becomes(state, "2026-11-23T10:10:00Z") }
        #expect(play.clock(.firstResponse)?.state == .running)
        #expect(play.said(.firstResponse) == ["started"])
    }

    @Test func aReplySaidBeforeTheMessageAnswersNothing() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T09:59:59Z")
        #expect(play.clock(.firstResponse)?.state == .running)
    }

    @Test func pendingPausesTheResolutionAndTheCustomerLetsItGoOn() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T12:00:00Z")
        play.becomes(.pending, "2026-11-23T12:00:00Z")
        #expect(play.clock(.resolution)?.state == .paused)
        #expect(play.clock(.resolution)?.dueAt == nil)
        #expect(ServiceLevel.dueAt(of: play.active) == nil)
        // Paused for five open hours on Monday and one on Tuesday; the deadline was Tuesday at ten.
        play.customerSpeaks("2026-11-24T10:00:00Z")
        #expect(play.clock(.resolution)?.used == .hours(2))
        #expect(play.clock(.resolution)?.dueAt == at("2026-11-24T16:00:00Z"))
        #expect(play.said(.resolution) == ["started", "paused", "resumed"])
    }

    @Test(arguments: [
        ("over the weekend", "2026-11-20T16:30:00Z", "2026-11-23T09:30:00Z"),
        ("on Sunday", "2026-11-22T12:00:00Z", "2026-11-23T10:00:00Z"),
        ("over the holiday", "2026-11-24T16:30:00Z", "2026-11-26T09:30:00Z"),
        ("to the closing", "2026-11-23T16:00:00Z", "2026-11-23T17:00:00Z"),
    ])
    func onlyWorkingHoursCount(when: String, spoken: String, due: String) {
        var play = Play()
        play.customerSpeaks(spoken)
        #expect(play.clock(.firstResponse)?.dueAt == at(due), "\(when)")
    }

    @Test func theLadderIsTakenStepByStepAndTheBreachOnce() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        #expect(play.clock(.firstResponse)?.wakesAt == at("2026-11-23T10:45:00Z"))
        #expect(play.timeIs("2026-11-23T10:44:59Z") == [])
        #expect(play.timeIs("2026-11-23T10:45:00Z") == ["first_response 1 warning"])
        #expect(play.clock(.firstResponse)?.wakesAt == at("2026-11-23T11:00:00Z"))
        #expect(play.timeIs("2026-11-23T11:00:00Z") == ["first_response 2 breach"])
        #expect(play.timeIs("2026-11-23T11:00:01Z") == [])
        #expect(play.timeIs("2026-11-23T11:30:00Z") == ["first_response 3 breach"])
        #expect(play.clock(.firstResponse)?.wakesAt == nil)
        #expect(ServiceLevel.dueAt(of: play.active) == at("2026-11-23T11:00:00Z"))
        play.weReply("2026-11-23T11:40:00Z")
        #expect(play.clock(.firstResponse)?.breachedAt == at("2026-11-23T11:00:00Z"))
        #expect(play.said(.firstResponse) == ["started", "breached", "met"])
    }

    @Test func aClockWokenLateTakesEachStepOnce() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        let told = play.timeIs("2026-11-23T15:00:00Z").filter { $0.hasPrefix("first") }
        #expect(told == ["first_response 1 warning", "first_response 2 breach", "first_response 3 breach"])
        #expect(play.timeIs("2026-11-23T15:00:00Z") == [])
        let breach = play.events.first { $0.kind == .clockBreached }
        #expect(breach?.at == at("2026-11-23T11:00:00Z"))
        #expect(breach?.data["recorded"] == "2026-11-23T15:00:00.000Z")
    }

    @Test func aLateReplyIsLateEvenWhenNobodyWokeTheClock() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T11:00:00Z")
        #expect(play.clock(.firstResponse)?.breachedAt == at("2026-11-23T11:00:00Z"))
        #expect(play.said(.firstResponse) == ["started", "breached", "met"])
    }

    @Test func aPausedClockThatWasBreachedStaysBreached() {
        var play = Play()
        play.customerSpeaks("2026-11-23T09:00:00Z")
        _ = play.timeIs("2026-11-24T09:00:00Z")
        play.becomes(.pending, "2026-11-24T10:00:00Z")
        play.becomes(.open, "2026-11-24T12:00:00Z")
        #expect(play.clock(.resolution)?.dueAt == at("2026-11-23T17:00:00Z"))
        _ = play.timeIs("2026-11-24T13:00:00Z")
        #expect(play.said(.resolution) == ["started", "breached", "paused", "resumed"])
    }

    @Test func higherUrgencyMakesTheDeadlineEarlierAndKeepsTheTimeUsed() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.conversation.urgency = Urgency(score: 90)
        play.customerSpeaks("2026-11-23T10:05:00Z")
        #expect(play.clock(.firstResponse)?.startedAt == at("2026-11-23T10:00:00Z"))
        #expect(play.clock(.firstResponse)?.dueAt == at("2026-11-23T10:15:00Z"))
        let change = play.events.first { $0.kind == .clockRetargeted }
        #expect(change?.data["before"] == "2026-11-23T11:00:00.000Z")
        #expect(change?.data["after"] == "2026-11-23T10:15:00.000Z")
    }

    @Test func anotherTeamCountsByItsOwnHours() {
        var play = Play()
        play.customerSpeaks("2026-11-23T16:30:00Z")
        #expect(play.clock(.firstResponse)?.dueAt == at("2026-11-24T09:30:00Z"))
        play.isMoved(to: "night", "2026-11-23T18:00:00Z")
        #expect(play.clock(.firstResponse)?.used == .minutes(30))
        #expect(play.clock(.firstResponse)?.dueAt == at("2026-11-23T18:30:00Z"))
    }

    @Test func whatIsNoLongerPromisedIsCancelled() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.policy = nil
        play.customerSpeaks("2026-11-23T10:10:00Z")
        #expect(play.active.isEmpty)
        #expect(play.said(.firstResponse) == ["started", "cancelled"])
    }

    @Test func closingMeetsTheResolutionAndCancelsWhatNobodyAnswered() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.becomes(.closed, "2026-11-23T10:30:00Z")
        #expect(play.clock(.resolution)?.state == .met)
        #expect(play.clock(.firstResponse)?.state == .cancelled)
        #expect(play.active.isEmpty)
    }

    @Test func whatHasEndedStaysAsItIs() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T10:20:00Z")
        let given = Array(play.all.values)
        let closed = play.levels.onState(
            .closed,
            conversation: play.conversation,
            active: given,
            at: at("2026-11-23T10:30:00Z"),
            subject: { [conversation = play.conversation] in
                QuerySubject(conversation: conversation, author: nil, texts: [])
            },
            previous: { nil }
        ) { Clock.ID(rawValue: 9) }
        #expect(closed.clocks.map(\.metric) == [.resolution])
        let late = play.levels.onReply(play.conversation, active: given, at: at("2026-11-23T10:30:00Z")) {
            Clock.ID(rawValue: 9)
        }
        #expect(late == ClockChanges())
    }

    @Test func openingAgainByHandStartsANewResolutionOnly() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.becomes(.closed, "2026-11-23T10:30:00Z")
        play.becomes(.open, "2026-11-23T12:00:00Z")
        #expect(play.active.map(\.metric) == [.resolution])
        #expect(play.clock(.resolution)?.startedAt == at("2026-11-23T12:00:00Z"))
        play.customerSpeaks("2026-11-23T13:00:00Z")
        #expect(play.active.map(\.metric) == [.resolution, .nextResponse])
    }

    @Test func aMessageFromAFutureClockStartsNow() {
        let changes = ServiceLevel(policies: [standard], teams: [support]).onCustomerMessage(
            conversation(),
            policy: standard,
            active: [],
            hadFirstResponse: false,
            spokenAt: at("2036-01-01T00:00:00Z"),
            now: at("2026-11-23T10:00:00Z"),
            previous: { nil }
        ) { Clock.ID(rawValue: 1) }
        #expect(changes.clocks.first?.startedAt == at("2026-11-23T10:00:00Z"))
    }

    @Test func theFirstPolicyThatMatchesApplies() throws {
        var vip = standard
        vip.name = "vip"
        vip.query = try Query("tag:vip")
        let levels = ServiceLevel(policies: [vip, standard], teams: [])
        #expect(levels.policy(for: subject(), at: noon)?.name == "vip")
        #expect(levels.policy(for: subject { $0.tags = [] }, at: noon)?.name == "standard")
    }

    @Test(arguments: [
        ([Escalation.Recipient.assignee], "kim" as String?, ["kim@acme.example"]),
        ([.assignee], "noor", ["noor@acme.example"]),
        ([.assignee], nil, ["support@acme.example"]),
        ([.assignee], "bot", ["support@acme.example"]),
        ([.leads, .team, .address("LEE@acme.example")], nil, ["lee@acme.example", "support@acme.example"]),
    ])
    func recipientsAreAddressesOnce(step: [Escalation.Recipient], assignee: String?, addresses: [String]) {
        let owned = conversation { $0.assignee = assignee }
        #expect(ServiceLevel.recipients(of: step, conversation: owned, team: support, among: [nightShift]) == addresses)
    }

    @Test func aTeamWithoutAnAddressIsItsMembers() {
        let step = [Escalation.Recipient.team, .leads]
        let owned = conversation()
        #expect(ServiceLevel.recipients(of: step, conversation: owned, team: nightShift) == ["noor@acme.example"])
        #expect(ServiceLevel.recipients(of: step, conversation: owned, team: nil) == [])
    }
}
