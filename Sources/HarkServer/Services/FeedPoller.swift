import HarkCore
import Logging

/// Asks one feed of one channel, again and again. The cursor moves only in the transaction that files the page.
struct FeedPoller: Sendable {
    let channel: Account
    let feed: String
    let connector: any PollingConnector
    let store: any Store
    let transport: any Transport
    let clock: any WallClock
    let take: @Sendable (Arrival) async throws -> IntakeOutcome
    let health: HealthKeeper
    let wakeups: Wakeups
    let meter: Meter
    let pace: Pace
    let logger: Logger

    /// Polls until the task is cancelled.
    func run() async {
        var failures = 0
        while !Task.isCancelled {
            let wait: Duration
            do {
                wait = try await turn()
                failures = 0
            } catch {
                if Task.isCancelled || error is CancellationError { return }
                failures += 1
                wait = await failed(error, times: failures)
            }
            try? await Task.sleep(for: wait)
        }
    }

    /// Asks for one page and files it. Returns how long to wait before the next.
    private func turn() async throws -> Duration {
        let started = ContinuousClock.now
        let cursor = try await store.cursor(channel: channel.id, feed: feed)
        let request = try connector.request(for: feed, after: cursor, channel: channel)
        let answer = try await transport.send(request)
        if let failure = connector.failure(in: answer, channel: channel, now: clock.now) {
            return try await goAround(failure, answer, cursor: cursor)
        }
        let page: Page
        do throws(DecodingFailure) {
            page = try connector.page(answer, of: feed, after: cursor, channel: channel)
        } catch {
            // The bytes are kept and the cursor stays: a newer version may read them.
            try await file(.failure(error), answer.body, cursor: nil)
            throw error
        }
        let moves = page.cursor != nil && page.cursor != cursor
        if moves || !page.decoded.items.isEmpty || !page.decoded.malformed.isEmpty {
            try await file(.success(page.decoded), answer.body, cursor: page.cursor)
        }
        count("ok")
        await health.report(channel.id, part: feed, .healthy)
        if page.hasMore, moves { return .zero }
        return pause(took: started.duration(to: .now), isLongPoll: request.timeout > .seconds(30))
    }

    /// Takes the connector's way around an error that would come again for ever; without one the error stands.
    private func goAround(_ failure: ConnectorFailure, _ answer: HTTPResponse, cursor: String?) async throws -> Duration
    {
        guard let page = connector.detour(around: failure, in: feed, after: cursor, channel: channel),
            let next = page.cursor, next != cursor
        else { throw failure }
        try await file(.success(page.decoded), answer.body, cursor: next)
        count("detour")
        return page.hasMore ? .zero : Pace.jittered(.milliseconds(channel.pollInterval.milliseconds))
    }

    private func file(
        _ decoded: Result<Decoded, DecodingFailure>,
        _ body: [UInt8],
        cursor: String?
    ) async throws {
        let arrival = Arrival(channels: [channel], surface: feed, body: body, decoded: decoded, cursor: cursor)
        _ = try await take(arrival)
        wakeups.arrived()
    }

    /// A long poll has waited already; only one that came back empty at once is held back a little.
    private func pause(took: Duration, isLongPoll: Bool) -> Duration {
        if isLongPoll { return max(pace.shortestPoll - took, .zero) }
        return Pace.jittered(.milliseconds(channel.pollInterval.milliseconds))
    }

    /// Says what went wrong and how long to wait.
    private func failed(_ error: any Error, times failures: Int) async -> Duration {
        switch error {
        case let failure as ConnectorFailure:
            count(failure.isTemporary ? "temporary" : "permanent")
            let condition = Condition(failure)
            await health.report(channel.id, part: feed, condition)
            if case .rateLimited(let until, _) = failure {
                return Pace.jittered(.milliseconds(max((until - clock.now).milliseconds, 1000)))
            }
            return condition.state == .unhealthy ? Pace.jittered(pace.slowRetry) : pace.retry(after: failures)
        case let failure as DecodingFailure:
            count("undecoded")
            await health.report(
                channel.id,
                part: feed,
                .failing("the answer cannot be read and is kept: \(failure.reason); see hark deliveries --undecoded")
            )
        case let failure as TransportFailure:
            count("temporary")
            await health.report(channel.id, part: feed, .failing(failure.description))
        default:
            // The store failed: its own health is /readyz, and there is nowhere to write the channel's.
            count("storage")
            if failures == 1 {
                logger.error("poll not stored", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            }
        }
        return pace.retry(after: failures)
    }

    private func count(_ outcome: String) {
        meter.count(.polls, [("channel", channel.id.rawValue), ("feed", feed), ("outcome", outcome)])
    }
}
