import Foundation
import HarkCore
import Testing

/// Who waited how long, from the changes of a conversation's state alone.
struct WaitingTimeTests {
    private let office = BusinessCalendar(timeZone: "UTC", hours: [.monday: [9 * 3600..<17 * 3600]])

    private func conversation(_ state: Conversation.State) -> Conversation {
        Conversation(
            id: .init(1),
            channel: .init("shop"),
            network: .init("toy"),
            key: .person("kim"),
            kind: .direct,
            isPrivate: true,
            state: state,
            team: "support",
            createdAt: at("2026-11-23T08:00:00Z"),
            lastMessageAt: at("2026-11-23T08:00:00Z")
        )
    }

    private func change(_ number: Int64, _ time: String, _ before: String, _ after: String) -> Event {
        Event(
            id: .init(rawValue: number),
            at: at(time),
            kind: .conversationState,
            conversation: .init(1),
            actor: .agent("ana"),
            data: ["before": before, "after": after]
        )
    }

    @Test func everyFigureIsTheSumOfItsStays() throws {
        let events = [
            change(3, "2026-11-23T10:00:00Z", "open", "pending"), change(5, "2026-11-23T12:00:00Z", "pending", "open"),
            change(7, "2026-11-23T12:30:00Z", "open", "snoozed"), change(9, "2026-11-23T16:00:00Z", "snoozed", "open"),
            change(11, "2026-11-23T18:00:00Z", "open", "closed"),
        ]
        let times = WaitingTime.all(
            of: conversation(.closed),
            events: events,
            calendar: office,
            at: at("2026-11-24T00:00:00Z")
        )
        #expect(times.map(\.measure) == [.requesterWait, .agentWork])
        #expect(times.map { $0.seconds / 60 } == [480, 270])
        #expect(times.map { $0.businessSeconds / 60 } == [360, 150])
        #expect(times[0].stays.map(\.event) == [3, 7, 9, 11])
        #expect(times[1].stays.map(\.event) == [3, 7, 11])
        for time in times {
            #expect(time.seconds * 1000 == time.stays.reduce(0) { $0 + ($1.until - $1.from).milliseconds })
        }
    }

    @Test(arguments: [(Conversation.State.open, Int64(3600), Int64(3600)), (.snoozed, 3600, 0), (.pending, 0, 0)])
    func whatLastsCountsUntilNow(_ state: Conversation.State, _ waits: Int64, _ works: Int64) {
        let now = at("2026-11-23T09:00:00Z")
        let times = WaitingTime.all(of: conversation(state), events: [], calendar: .always, at: now)
        #expect(times.map(\.seconds) == [waits, works])
        #expect(times.flatMap(\.stays).allSatisfy { $0.event == nil })
    }
}
