import HarkCore
import Testing

private let now = Instant(seconds: 1_800_000_000)

@Suite struct ReadingRates {
    /// Header fields, and what remains, and for how many seconds.
    @Test(
        arguments: [
            (["X-RateLimit-Remaining": "299", "X-RateLimit-Reset": "2027-01-15T08:05:00.380Z"], 299, 300),
            (["ratelimit-remaining": "7", "ratelimit-reset": "1800000060"], 7, 60),
            (["x-ratelimit-remaining": "984.0", "x-ratelimit-reset": "53"], 984, 53),
            (["x-rate-limit-remaining": "0", "x-rate-limit-reset": "1800000900"], 0, 900),
            (["X-RateLimit-Remaining": "4", "X-RateLimit-Reset-After": "2.5"], 4, 2),
            (["RateLimit-Remaining": "9, 9;w=60", "RateLimit-Reset": "30"], 9, 30),
            (["X-App-Usage": #"{"call_count":28,"total_time":61,"total_cputime":25}"#], 39, 3600),
            (["X-Rate-Limit": "user-hour-lim:3500;user-hour-rem:500;"], 500, 3600),
            (["X-Business-Use-Case-Usage": #"{"1":[{"call_count":90,"type":"pages"}]}"#], 10, 3600),
        ] as [([String: String], Double, Int64)]
    )
    func everyProvidersWayIsRead(headers: [String: String], remaining: Double, seconds: Int64) {
        let fields = headers.map { HTTPField($0.key, $0.value) }
        let reading = RateReading(HTTPResponse(status: 200, headers: fields), now: now)
        #expect(reading.remaining == remaining)
        #expect(reading.resetAt.map { ($0 - now).milliseconds / 1000 } == seconds)
    }

    @Test(
        arguments: [
            ("120", nil, 120), ("Fri, 15 Jan 2027 08:01:00 GMT", nil, 60), (nil, #"{"retry_after":1.5}"#, 1),
            (nil, #"{"parameters":{"retry_after":5}}"#, 5), (nil, #"{"retry_after_ms":2000}"#, 2),
            (nil, #"{"extras":{"wait_seconds":"33"}}"#, 33),
        ] as [(String?, String?, Int64)]
    )
    func aRefusalSaysHowLongToWait(header: String?, body: String?, seconds: Int64) {
        let fields = header.map { [HTTPField("Retry-After", $0)] } ?? []
        let reading = RateReading(HTTPResponse(status: 429, headers: fields, body: Array((body ?? "").utf8)), now: now)
        #expect(reading.retryAt.map { ($0 - now).milliseconds / 1000 } == seconds)
    }

    @Test func aProvidersWrongClockIsTakenOut() {
        let theirs = now + .hours(2)
        let fields = [
            HTTPField("Date", "Fri, 15 Jan 2027 10:00:00 GMT"), HTTPField("ratelimit-remaining", "3"),
            HTTPField("ratelimit-reset", "\((theirs + .seconds(60)).milliseconds / 1000)"),
        ]
        #expect(RateReading(HTTPResponse(status: 200, headers: fields), now: now).resetAt == now + .seconds(60))
    }

    @Test(arguments: [
        ["ratelimit-remaining": "many"], ["X-App-Usage": "{"], ["Retry-After": "soon"], ["X-Rate-Limit": "a;b:c"], [:],
    ])
    func nonsenseSaysNothing(headers: [String: String]) {
        let fields = headers.map { HTTPField($0.key, $0.value) }
        #expect(RateReading(HTTPResponse(status: 200, headers: fields), now: now) == RateReading())
    }
}

@Suite struct SpendingBudgets {
    private func reading(_ remaining: Double, limit: Double? = nil, reset: Span) -> RateReading {
        var reading = RateReading()
        (reading.remaining, reading.limit, reading.resetAt) = (remaining, limit, now + reset)
        return reading
    }

    @Test func polledCallsLeaveATenthForReplies() {
        var budget = RateBudget()
        budget.note(reading(12, limit: 100, reset: .seconds(60)), now: now)
        #expect(budget.reserve(now: now) == nil)
        #expect(budget.reserve(now: now) == nil)
        #expect(budget.reserve(now: now) == now + .seconds(60))
        #expect(budget.reserve(isReply: true, now: now) == nil)
        #expect(budget.reserve(now: now + .seconds(60)) == nil, "the window has begun anew")
    }

    @Test func aReservedCallIsSpentBeforeItsAnswerComes() {
        var budget = RateBudget()
        budget.note(reading(1, reset: .seconds(60)), now: now)
        #expect(budget.reserve(now: now) == nil)
        #expect(budget.reserve(isReply: true, now: now) == now + .seconds(60))
    }

    @Test func nothingLeavesBeforeTheToldTime() {
        var budget = RateBudget()
        budget.block(until: now + .seconds(9))
        #expect(budget.reserve(isReply: true, now: now) == now + .seconds(9))
        #expect(budget.reserve(now: now + .seconds(9)) == nil)
    }

    @Test func whatRemainsIsSpreadOverTheWindowAndTheFeeds() {
        var budget = RateBudget()
        budget.note(reading(100, limit: 100, reset: .seconds(900)), now: now)
        #expect(budget.spacing(feeds: 1, now: now) == .seconds(10))
        #expect(budget.spacing(feeds: 2, now: now) == .seconds(20))
    }

    @Test func noSpanOfADayUsesMoreThanTheAllowanceWheneverTheirDayBegins() {
        var budget = RateBudget(allowance: Allowance(200, per: .days(1)))
        var calls: [Instant] = []
        var time = now
        while time < now + .days(3) {
            if let wait = budget.reserve(now: time) { time = wait } else { calls.append(time) }
            time = time + .seconds(30)
        }
        for start in calls {
            let used = calls.filter { $0 >= start && $0 < start + .days(1) }.count
            #expect(used <= 200)
        }
        #expect(calls.count > 400)
    }

    @Test func aLedgerSurvivesBeingWrittenDown() throws {
        var ledger = UsageLedger()
        ledger.add(7, now: now, within: .days(1))
        let read = try #require(UsageLedger(text: ledger.text))
        #expect(read.used(now: now + .hours(3), within: .days(1)) == 7)
        #expect(read.used(now: now + .hours(26), within: .days(1)) == 0)
    }
}
