import HarkCore
import Testing

/// Promises beyond the first answer: updates, the network's window, reopened conversations, changed calendars.
struct PromiseTests {
    private var updates: Play {
        var policy = standard
        for level in Urgency.Level.allCases {
            policy.targets[.init(.periodicUpdate, level)] = .init(span: .hours(4), hours: .business)
        }
        var play = Play()
        play.policy = policy
        play.levels = ServiceLevel(policies: [policy], teams: [support, nightShift])
        return play
    }

    @Test func anUpdateIsPromisedFromOneReplyToTheNext() {
        var play = updates
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T10:20:00Z")
        #expect(play.clock(.periodicUpdate)?.dueAt == at("2026-11-23T14:20:00Z"))
        play.weReply("2026-11-23T11:00:00Z")
        #expect(play.said(.periodicUpdate) == ["started", "met", "started"])
        #expect(play.clock(.periodicUpdate)?.dueAt == at("2026-11-23T15:00:00Z"))
        play.becomes(.closed, "2026-11-23T12:00:00Z")
        #expect(play.clock(.periodicUpdate)?.state == .cancelled)
    }

    @Test func theNetworksWindowCountsFromTheLastMessageAndClosesOnce() {
        var play = Play()
        play.conversation.isPrivate = true
        play.customerSpeaks("2026-11-21T10:00:00Z", replyWindow: .hours(24))
        play.customerSpeaks("2026-11-21T12:00:00Z", replyWindow: .hours(24))
        #expect(play.clock(.replyWindow)?.dueAt == at("2026-11-22T12:00:00Z"))
        #expect(play.said(.replyWindow) == ["started", "retargeted"])
        _ = play.timeIs("2026-11-22T12:00:00Z")
        _ = play.timeIs("2026-11-22T13:00:00Z")
        #expect(play.said(.replyWindow) == ["started", "retargeted", "breached"])
        #expect(ServiceLevel.dueAt(of: play.active) == play.clock(.firstResponse)?.dueAt)
    }

    @Test func aPublicConversationHasNoWindow() {
        var play = Play()
        play.conversation.isPrivate = false
        play.customerSpeaks("2026-11-23T10:00:00Z", replyWindow: .hours(24))
        #expect(play.clock(.replyWindow) == nil)
    }

    @Test(arguments: [
        (ServicePolicy.Reopening.restart, "2026-11-24T12:00:00Z", "2026-11-24T09:00:00Z"),
        (.continues, "2026-11-24T11:00:00Z", "2026-11-23T10:00:00Z"),
    ])
    func aReopenedResolutionBeginsAnewOrGoesOn(_ reopening: ServicePolicy.Reopening, due: String, started: String) {
        var play = Play()
        var policy = standard
        policy.reopening = reopening
        for level in Urgency.Level.allCases {
            policy.targets[.init(.resolution, level)] = .init(span: .hours(3), hours: .business)
        }
        play.policy = policy
        play.levels = ServiceLevel(policies: [policy], teams: [support, nightShift])
        play.customerSpeaks("2026-11-23T10:00:00Z")
        play.weReply("2026-11-23T10:30:00Z")
        play.becomes(.closed, "2026-11-23T11:00:00Z")
        play.customerSpeaks("2026-11-24T09:00:00Z")
        #expect(play.clock(.resolution)?.dueAt == at(due))
        #expect(play.clock(.resolution)?.startedAt == at(started))
    }

    @Test func aNewHolidayMovesOpenDeadlinesAndSaysSo() {
        var play = Play()
        play.customerSpeaks("2026-11-23T16:30:00Z")
        let before = play.clock(.firstResponse)?.dueAt
        var team = support
        team.calendar = weekdays.closed(on: [.init(year: 2026, month: 11, day: 24)])
        let changes = ServiceLevel(policies: [standard], teams: [team]).recompute(
            play.conversation,
            policy: standard,
            active: play.active,
            because: "the configuration changed",
            at: at("2026-11-23T16:40:00Z")
        )
        let moved = ServiceLevel.movements(changes, from: play.active).first { $0.before.metric == .firstResponse }
        #expect(before == at("2026-11-24T09:30:00Z"))
        #expect(moved?.after.dueAt == at("2026-11-26T09:30:00Z"))
        let said = changes.events.first { $0.data["metric"] == "first_response" }
        #expect(said?.data["before"] == before?.description)
        #expect(said?.data["because"] == "the configuration changed")
    }

    @Test func whatHasEndedOrIsBrokenIsNotComputedAnew() {
        var play = Play()
        play.customerSpeaks("2026-11-23T10:00:00Z")
        _ = play.timeIs("2026-11-23T11:30:00Z")
        let given = play.active.filter { $0.metric == .firstResponse }
        var team = support
        team.calendar = .always
        let changes = ServiceLevel(policies: [standard], teams: [team]).recompute(
            play.conversation,
            policy: standard,
            active: given,
            because: "",
            at: at("2026-11-23T12:00:00Z")
        )
        #expect(changes == ClockChanges())
    }
}
