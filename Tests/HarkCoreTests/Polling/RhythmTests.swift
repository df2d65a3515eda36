import HarkCore
import Testing

private let monday = Instant("2026-11-02T00:00:00Z") ?? Instant(seconds: 0)

@Suite struct PollingRhythm {
    @Test func aBusyFeedIsAskedSoonerAndAQuietOneLater() {
        var rhythm = PollRhythm(usual: .seconds(60))
        rhythm.polled(news: 3)
        #expect(rhythm.interval == .seconds(30))
        for _ in 0..<5 { rhythm.polled(news: 1) }
        #expect(rhythm.interval == .seconds(15))
        for _ in 0..<20 { rhythm.polled(news: 0) }
        #expect(rhythm.interval == .seconds(120))
        rhythm.polled(news: 1)
        #expect(rhythm.interval == .seconds(30), "one message wakes a quiet feed")
    }

    @Test func theBreakerOpensAfterFiveFailuresAndLetsOneTrialThrough() {
        var breaker = CircuitBreaker()
        for _ in 0..<4 { breaker.failed(now: monday, wait: .seconds(60)) }
        #expect(breaker.admit(now: monday) == nil)
        breaker.failed(now: monday, wait: .seconds(60))
        #expect(breaker.admit(now: monday) == monday + .seconds(60))
        let later = monday + .seconds(60)
        #expect(breaker.admit(now: later) == nil, "the trial")
        #expect(breaker.admit(now: later) == later + .seconds(60), "the others wait for it")
        breaker.succeeded()
        #expect(breaker.admit(now: later) == nil)
    }
}

@Suite struct FallingSilent {
    /// Two weeks with twelve messages an hour from eight to eighteen, none at night.
    private func shop(weeks: Int64 = 2) -> ArrivalRhythm {
        var rhythm = ArrivalRhythm()
        for hour in 0..<(weeks * 168) {
            let start = monday + .hours(hour)
            rhythm.pass(to: start)
            if (8..<18).contains(hour % 24) { rhythm.arrived(12, at: start + .minutes(59)) }
        }
        rhythm.pass(to: monday + .hours(weeks * 168))
        return rhythm
    }

    @Test func aNightIsNoSilenceButAMorningWithoutMessagesIs() {
        let rhythm = shop()
        let third = monday + .days(14)
        #expect(rhythm.missing(at: third + .hours(7)) == nil)
        #expect(rhythm.missing(at: third + .hours(8) + .minutes(30)) == nil)
        #expect(rhythm.missing(at: third + .hours(9) + .minutes(5)) != nil)
    }

    @Test func aMessageEndsTheSilence() {
        var rhythm = shop()
        let morning = monday + .days(14) + .hours(10)
        #expect(rhythm.missing(at: morning) != nil)
        rhythm.arrived(1, at: morning)
        #expect(rhythm.missing(at: morning + .minutes(10)) == nil)
    }

    @Test func aNewOrRareChannelNeverAlarms() {
        var rare = ArrivalRhythm()
        rare.arrived(1, at: monday)
        for hour in 0..<Int64(24 * 30) { rare.pass(to: monday + .hours(hour)) }
        #expect(rare.missing(at: monday + .days(30)) == nil)
        var fresh = ArrivalRhythm()
        for minute in 0..<Int64(60 * 24) { fresh.arrived(1, at: monday + .minutes(minute)) }
        #expect(fresh.missing(at: monday + .days(3)) == nil, "watched for less than a week")
    }

    @Test func ourOwnStandstillTeachesNothing() {
        var rhythm = shop()
        let before = rhythm.expected(from: monday + .hours(8), to: monday + .hours(18))
        rhythm.pass(to: monday + .days(21))
        #expect(rhythm.expected(from: monday + .hours(8), to: monday + .hours(18)) == before)
    }

    @Test func aRhythmSurvivesBeingWrittenDown() {
        let rhythm = shop()
        #expect(ArrivalRhythm(text: rhythm.text) == rhythm)
        #expect(ArrivalRhythm(text: "{}") == nil)
    }
}
