import HarkConfig
import HarkCore
import HarkServer
import ServiceLifecycle

/// Keeps the holidays that stand in the web fresh: asks once a day, and sooner where nothing is known yet. When a feed says
/// something new, the configuration is read again, so that open deadlines move at once.
struct CalendarKeeper: Service {
    let running: Running
    let fetcher: CalendarFetcher
    let clock: any WallClock
    /// The configuration was read again: it may name other feeds.
    let reloaded: Wakeup
    let reload: @Sendable () -> Void

    private static let day = Span.hours(24)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let seen = reloaded.count
                await refresh()
                await reloaded.change(since: seen, atMost: .seconds(3600))
            }
        }
    }

    /// Fetches what is older than a day; a feed that failed is due again an hour later.
    private func refresh() async {
        let configuration = running.setup.configuration
        let now = clock.now
        let due = configuration.calendarCopies.filter { copy in copy.fetchedAt.map { now - $0 >= Self.day } ?? true }
        if due.isEmpty { return }
        let feeds = CalendarFeeds(besideDatabase: configuration.database)
        let isNew = await fetcher.fetch(due.map(\.address), into: feeds)
        if isNew { return reload() }
        // Nothing to reckon anew; only the age of the copies is another.
        var setup = running.setup
        setup.configuration.calendarCopies = setup.configuration.calendarCopies.map { feeds.copy(of: $0.address) }
        running.swap(setup)
    }
}
