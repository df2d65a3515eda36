import HarkCore
import HarkCurl
import HarkSQLite
import HarkServer
import Logging
import ServiceLifecycle
import UnixSignals

/// The composition root: builds every piece once and hands it to the next.
struct ServiceHouse {
    let loader: SetupLoader
    let clock: any WallClock
    let logger: Logger
    let onBound: @Sendable (Int, Configuration) -> Void

    /// Runs until SIGTERM or SIGINT, drains, and closes the database.
    func run() async throws {
        let setup = try loader.setup()
        let running = Running(setup)
        let store = try SQLiteStore(path: setup.configuration.database)
        let transport = CurlTransport()
        let service = service(store: store, running: running, transport: transport, configuration: setup.configuration)
        let reloaded = Wakeup()
        let reloader = Reloader(loader: loader, service: service, reloaded: reloaded, logger: logger)
        let calendars = CalendarKeeper(
            running: running,
            fetcher: CalendarFetcher(transport: transport, logger: logger),
            clock: clock,
            reloaded: reloaded,
            reload: reloader.reload
        )
        var group = ServiceGroupConfiguration(
            services: service.services() + [calendars, reloader],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        group.maximumGracefulShutdownDuration = .seconds(15)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await transport.shutdown()
            try store.close()
            throw error
        }
        await transport.shutdown()
        try store.close()
    }

    private func service(
        store: SQLiteStore,
        running: Running,
        transport: CurlTransport,
        configuration: Configuration
    ) -> HarkService {
        var options = HarkService.Options()
        options.onBound = { port in onBound(port, configuration) }
        options.memory = store
        options.releaseMemory = {
            store.releaseMemory()
            ProcessMemory.giveBack()
        }
        options.grants = loader.grants(beside: configuration.database)
        let clock = clock
        return HarkService(
            store: store,
            running: running,
            transport: transport,
            mailer: ConfiguredMailer(running: running, transport: transport),
            clock: clock,
            mint: RandomTokenMint(),
            logger: logger,
            options: options
        )
    }
}
