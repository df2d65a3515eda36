public import HarkCore
public import Logging
public import ServiceLifecycle

/// The running service: receivers, pollers, clocks, outbox and REST, over one store.
///
/// The composition root builds the pieces and runs ``services()`` in a `ServiceGroup`. On graceful shutdown the group stops
/// them in the reverse order: first the port closes, then polling stops, then clocks, and the outbox ends what it has begun.
public struct HarkService: Sendable {
    /// What may be set beside the configuration.
    public struct Options: Sendable {
        /// How long things wait.
        public var pace = Pace()
        /// Called with the port once the server listens; tells which one was picked for port 0.
        public var onBound: @Sendable (Int) -> Void = { _ in }

        /// The usual options.
        public init() {}
    }

    private let doors: Doors
    private let transport: any Transport
    private let mails: MailSender
    private let logger: Logger
    private let options: Options

    /// A service over a store; `render` writes an alert as a mail.
    public init(
        store: any Store,
        running: Running,
        transport: any Transport,
        mailer: any Mailer,
        clock: any WallClock,
        mint: any TokenMint,
        logger: Logger,
        options: Options = Options(),
        render: @escaping @Sendable (AlertMail, MailServer) -> OutgoingMail
    ) {
        let wakeups = Wakeups()
        let presence = PresenceBoard()
        let intake = Intake(store: store, running: running, clock: clock)
        doors = Doors(
            store: store,
            running: running,
            clock: clock,
            take: { try await intake.take($0) },
            desk: { actor in
                LocalDesk(
                    store: store,
                    running: running,
                    transport: transport,
                    mint: mint,
                    clock: clock,
                    actor: actor,
                    presence: presence
                )
            },
            wakeups: wakeups,
            meter: Meter(),
            health: HealthKeeper(store: store, clock: clock, log: wakeups.log, logger: logger),
            phase: Phase()
        )
        self.transport = transport
        mails = MailSender(running: running, mailer: mailer, render: render)
        self.logger = logger
        self.options = options
    }

    /// Everything that must run, in the order to start it.
    public func services() -> [any Service] { [outbox, clockKeeper, pollScheduler, server] }

    /// Puts a new, checked setup in place; pollers begin anew with it. Host and port need a restart.
    public func reload(_ setup: Setup) {
        doors.running.swap(setup)
        doors.wakeups.configuration.signal()
        doors.wakeups.commanded()
    }
}

extension HarkService {
    private var server: ServerService {
        let configuration = doors.running.setup.configuration
        let doorkeeper = Doorkeeper(store: doors.store, clock: doors.clock)
        return ServerService(
            router: { doors.table.router(doorkeeper: doorkeeper, meter: doors.meter) },
            host: configuration.host,
            port: configuration.port,
            phase: doors.phase,
            wakeups: doors.wakeups,
            pace: options.pace,
            logger: logger,
            onBound: options.onBound
        )
    }

    private var pollScheduler: PollScheduler {
        PollScheduler(running: doors.running, wakeups: doors.wakeups, health: doors.health, logger: logger) {
            channel,
            feed,
            connector in
            FeedPoller(
                channel: channel,
                feed: feed,
                connector: connector,
                store: doors.store,
                transport: transport,
                clock: doors.clock,
                take: doors.take,
                health: doors.health,
                wakeups: doors.wakeups,
                meter: doors.meter,
                pace: options.pace,
                logger: logger
            )
        }
    }

    private var clockKeeper: ClockKeeper {
        let timekeeper = Timekeeper(store: doors.store, running: doors.running, clock: doors.clock)
        return ClockKeeper(
            tick: { try await timekeeper.tick() },
            clock: doors.clock,
            wakeups: doors.wakeups,
            pace: options.pace,
            logger: logger
        )
    }

    private var outbox: OutboxSender {
        OutboxSender(
            departures: Departures(store: doors.store, running: doors.running, clock: doors.clock),
            replies: ReplySender(
                running: doors.running,
                transport: transport,
                clock: doors.clock,
                health: doors.health,
                pace: options.pace
            ),
            mails: mails,
            clock: doors.clock,
            wakeups: doors.wakeups,
            meter: doors.meter,
            pace: options.pace,
            logger: logger
        )
    }
}
