import HarkCore
import ServiceLifecycle

/// Runs a poller for every feed of the configuration and a listener for every stream, and all of them anew after a reload.
struct PollScheduler: Service {
    let running: Running
    let wakeups: Wakeups
    let health: HealthKeeper
    let house: PollingHouse
    /// Nil where the way out knows no streams.
    let streaming: (any StreamingTransport)?

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let seen = wakeups.configuration.count
                await withDiscardingTaskGroup { group in
                    for poller in pollers() { group.addTask { await poller.run() } }
                    for listener in listeners() { group.addTask { await listener.run() } }
                    await wakeups.configuration.change(since: seen)
                    // A page in hand is dropped here: its cursor has not moved, so it is asked for again.
                    group.cancelAll()
                }
                health.startAfresh()
            }
        }
    }

    private func listeners() -> [StreamListener] {
        guard let streaming else { return [] }
        let setup = running.setup
        return setup.configuration.channels.compactMap { channel in
            guard let connector = setup.connectors.connector(for: channel.network) as? any StreamingConnector,
                !connector.feeds(of: channel).isEmpty
            else { return nil }
            return StreamListener(channel: channel, connector: connector, transport: streaming, house: house)
        }
    }

    private func pollers() -> [FeedPoller] {
        let setup = running.setup
        return setup.configuration.channels.flatMap { channel -> [FeedPoller] in
            guard let connector = setup.connectors.connector(for: channel.network) as? any PollingConnector else {
                return []
            }
            let feeds = connector.feeds(of: channel)
            return feeds.map { feed in
                FeedPoller(channel: channel, feed: feed, connector: connector, house: house, siblings: feeds.count)
            }
        }
    }
}
