import HarkCore
import Logging

/// What all pollers share.
struct PollingHouse: Sendable {
    let store: any Store
    let transport: any Transport
    let clock: any WallClock
    let take: @Sendable (Arrival) async throws -> IntakeOutcome
    let health: HealthKeeper
    let gate: ChannelGate
    let vault: GrantVault
    let floors: BackfillFloors
    let wakeups: Wakeups
    let meter: Meter
    let pace: Pace
    let logger: Logger
    /// Waits; a test lets its own time pass instead.
    let rest: @Sendable (Duration) async throws -> Void
}

/// Asks one feed of one channel, again and again. The cursor moves only in the transaction that files the page.
struct FeedPoller: Sendable {
    let channel: Account
    let feed: String
    let connector: any PollingConnector
    let house: PollingHouse
    /// How many feeds share the account's budget.
    let siblings: Int

    /// What a poller remembers from turn to turn.
    private struct Progress {
        var rhythm: PollRhythm
        var failures = 0
        /// The tokens were renewed, and no call has worked since.
        var hasRenewed = false
    }

    /// Polls until the task is cancelled.
    func run() async {
        var progress = Progress(rhythm: PollRhythm(usual: channel.pollInterval))
        while !Task.isCancelled {
            let wait: Duration
            do {
                wait = try await turn(&progress)
            } catch {
                if Task.isCancelled || error is CancellationError { return }
                if await renewed(after: error, &progress) { continue }
                progress.failures += 1
                wait = await failed(error, times: progress.failures)
            }
            try? await house.rest(wait)
        }
    }

    /// Asks for one page and files it. Returns how long to wait before the next.
    private func turn(_ progress: inout Progress) async throws -> Duration {
        let cursor = try await house.store.cursor(channel: channel.id, feed: feed)
        let (fixed, floor) = try await house.floors.fix(channel, isFirst: cursor == nil)
        let account = try await house.vault.ready(fixed, connector)
        let request = try connector.request(for: feed, after: cursor, channel: account)
        let now = house.clock.now
        if let free = await house.gate.admit(account, request, by: connector, now: now) {
            return Pace.jittered(.milliseconds(max((free - now).milliseconds, 1)))
        }
        let started = ContinuousClock.now
        let answer = try await house.transport.send(request)
        house.gate.note(answer, of: channel.id, now: house.clock.now)
        let page = try await page(answer, after: cursor, account)
        let sieve = PageSieve(
            account: account.account,
            floor: floor,
            dropsAnnounced: connector is any AnnouncingConnector
        )
        let sifted = sieve.sift(page.decoded)
        let moves = page.cursor != nil && page.cursor != cursor
        var news = 0
        if moves || !sifted.items.isEmpty || !sifted.malformed.isEmpty {
            news = try await file(.success(sifted), answer.body, cursor: page.cursor).fresh
        }
        await worked(&progress, news: news)
        if page.hasMore, moves { return .zero }
        let isLongPoll = request.timeout > .seconds(30)
        return pause(progress.rhythm, took: started.duration(to: .now), isLongPoll: isLongPoll)
    }

    /// The answer as a page; an error that would come again for ever is gone around where the connector knows a way.
    private func page(_ answer: HTTPResponse, after cursor: String?, _ account: Account) async throws -> Page {
        if let failure = connector.failure(in: answer, channel: account, now: house.clock.now) {
            guard let page = connector.detour(around: failure, in: feed, after: cursor, channel: account),
                let next = page.cursor, next != cursor
            else { throw failure }
            count("detour")
            return page
        }
        do throws(DecodingFailure) {
            return try connector.page(answer, of: feed, after: cursor, channel: account)
        } catch {
            // The bytes are kept and the cursor stays: a newer version may read them.
            _ = try await file(.failure(error), answer.body, cursor: nil)
            throw error
        }
    }

    private func file(
        _ decoded: Result<Decoded, DecodingFailure>,
        _ body: [UInt8],
        cursor: String?
    ) async throws -> IntakeOutcome {
        let arrival = Arrival(channels: [channel], surface: feed, body: body, decoded: decoded, cursor: cursor)
        let outcome = try await house.take(arrival)
        house.wakeups.arrived()
        return outcome
    }

    private func worked(_ progress: inout Progress, news: Int) async {
        progress.failures = 0
        progress.hasRenewed = false
        progress.rhythm.polled(news: news)
        house.gate.succeeded(channel.id)
        count("ok")
        await house.health.report(channel.id, part: feed, .healthy)
    }

    /// A long poll has waited already; only one that came back empty at once is held back a little.
    private func pause(_ rhythm: PollRhythm, took: Duration, isLongPoll: Bool) -> Duration {
        if isLongPoll { return max(house.pace.shortestPoll - took, .zero) }
        let spacing = house.gate.spacing(channel.id, feeds: siblings, now: house.clock.now)
        return Pace.jittered(.milliseconds(max(rhythm.interval, spacing).milliseconds))
    }

    /// Whether a token that ended was renewed, so that the call is worth repeating at once; tried once in a row.
    private func renewed(after error: any Error, _ progress: inout Progress) async -> Bool {
        guard case .reauthorise? = error as? ConnectorFailure, !progress.hasRenewed,
            let renewing = connector as? any RenewingConnector
        else { return false }
        progress.hasRenewed = true
        guard (try? await house.vault.renew(channel, renewing)) != nil else { return false }
        count("renewed")
        return true
    }
}

extension FeedPoller {
    /// Says what went wrong and how long to wait.
    private func failed(_ error: any Error, times failures: Int) async -> Duration {
        let now = house.clock.now
        let wait = house.pace.retry(after: failures)
        switch error {
        case let failure as ConnectorFailure:
            count(failure.isTemporary ? "temporary" : "permanent")
            let condition = Condition(failure)
            await house.health.report(channel.id, part: feed, condition)
            if case .rateLimited(let until, _) = failure {
                house.gate.block(channel.id, until: until)
                return Pace.jittered(.milliseconds(max((until - now).milliseconds, 1000)))
            }
            if condition.state == .unhealthy { return Pace.jittered(house.pace.slowRetry) }
        case let failure as DecodingFailure:
            count("undecoded")
            await house.health.report(
                channel.id,
                part: feed,
                .failing("the answer cannot be read and is kept: \(failure.reason); see hark deliveries --undecoded")
            )
        case let failure as TransportFailure:
            count("temporary")
            await house.health.report(channel.id, part: feed, .failing(failure.description))
        default:
            // The store failed: its own health is /readyz, and there is nowhere to write the channel's.
            count("storage")
            if failures == 1 {
                house.logger.error("poll not stored", metadata: ["channel": "\(channel.id)", "error": "\(error)"])
            }
            return wait
        }
        // What cannot be read is one feed's trouble; what cannot be reached is the channel's.
        if !(error is DecodingFailure) { house.gate.failed(channel.id, wait: wait, now: now) }
        return wait
    }

    private func count(_ outcome: String) {
        house.meter.count(.polls, [("channel", channel.id.rawValue), ("feed", feed), ("outcome", outcome)])
    }
}
