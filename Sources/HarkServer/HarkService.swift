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
        /// Keeps tokens that renew themselves.
        public var grants: any GrantStore = MemoryGrants()
        /// Remembers channels' budgets and rhythms.
        public var memory: any ChannelMemory = PassingMemory()
        /// Gives back memory that only work needs; called when nothing has happened for a while.
        public var releaseMemory: @Sendable () -> Void = {}
        /// How pollers wait; a test lets its own time pass instead.
        public var rest: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

        /// The usual options.
        public init() {}
    }

    private let doors: Doors
    private let transport: any Transport
    private let streaming: (any StreamingTransport)?
    private let mails: MailSender
    private let gate: ChannelGate
    private let vault: GrantVault
    private let silence: SilenceKeeper
    private let logger: Logger
    private let options: Options

    /// A service over a store.
    public init(
        store: any Store,
        running: Running,
        transport: any Transport,
        mailer: any Mailer,
        clock: any WallClock,
        mint: any TokenMint,
        logger: Logger,
        options: Options = Options()
    ) {
        streaming = transport as? any StreamingTransport
        let transport = SigningTransport(transport, clock: clock)
        let wakeups = Wakeups()
        let presence = PresenceBoard()
        let intake = Intake(store: store, running: running, clock: clock)
        let health = HealthKeeper(store: store, running: running, clock: clock, wakeups: wakeups, logger: logger)
        let gate = ChannelGate(memory: options.memory)
        let vault = GrantVault(grants: options.grants, transport: transport, clock: clock)
        let silence = SilenceKeeper(
            store: store,
            running: running,
            memory: options.memory,
            clock: clock,
            health: health,
            gate: gate,
            wakeups: wakeups,
            rest: options.pace.watch
        )
        doors = Doors(
            store: store,
            running: running,
            clock: clock,
            take: { arrival in
                let outcome = try await intake.take(arrival)
                await silence.arrived(outcome.fresh, on: arrival.channels[0].id)
                return outcome
            },
            desk: { actor in
                LocalDesk(
                    store: store,
                    running: running,
                    transport: transport,
                    mint: mint,
                    clock: clock,
                    actor: actor,
                    ready: { try await vault.ready($0, $1) },
                    mailer: mailer,
                    presence: presence
                )
            },
            wakeups: wakeups,
            meter: Meter(),
            health: health,
            linkKey: LinkKey(store: store),
            phase: Phase()
        )
        (self.gate, self.vault, self.silence) = (gate, vault, silence)
        self.transport = transport
        mails = MailSender(
            departures: Departures(store: store, running: running, clock: clock),
            running: running,
            mailer: mailer,
            clock: clock,
            linkKey: doors.linkKey
        )
        self.logger = logger
        self.options = options
    }

    /// Everything that must run, in the order to start it.
    public func services() -> [any Service] {
        [outbox, clockKeeper, watches, silence, pollScheduler, idleKeeper, server]
    }

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
            clock: doors.clock,
            pace: options.pace,
            logger: logger,
            onBound: options.onBound
        )
    }

    private var pollScheduler: PollScheduler {
        let house = PollingHouse(
            store: doors.store,
            transport: transport,
            clock: doors.clock,
            take: doors.take,
            health: doors.health,
            gate: gate,
            vault: vault,
            floors: BackfillFloors(memory: options.memory),
            wakeups: doors.wakeups,
            meter: doors.meter,
            pace: options.pace,
            logger: logger,
            rest: options.rest
        )
        return PollScheduler(
            running: doors.running,
            wakeups: doors.wakeups,
            health: doors.health,
            house: house,
            streaming: streaming
        )
    }

    private var clockKeeper: ClockKeeper {
        let timekeeper = Timekeeper(store: doors.store, running: doors.running, clock: doors.clock)
        let alerts = AlertWatch(store: doors.store, running: doors.running, clock: doors.clock)
        return ClockKeeper(
            tick: {
                let next = try await timekeeper.tick()
                return [next, try await alerts.tick()].compactMap(\.self).min()
            },
            clock: doors.clock,
            wakeups: doors.wakeups,
            pace: options.pace,
            logger: logger
        )
    }

    private var watches: Watches {
        Watches(
            queues: QueueWatch(store: doors.store, running: doors.running, clock: doors.clock),
            spikes: SpikeWatch(store: doors.store, running: doors.running, clock: doors.clock),
            wakeups: doors.wakeups,
            clock: doors.clock,
            rest: options.pace.watch,
            logger: logger
        )
    }

    private var idleKeeper: IdleKeeper {
        IdleKeeper(wakeups: doors.wakeups, quiet: options.pace.quiet, release: options.releaseMemory)
    }

    private var outbox: OutboxSender {
        OutboxSender(
            departures: Departures(store: doors.store, running: doors.running, clock: doors.clock),
            replies: ReplySender(
                running: doors.running,
                transport: transport,
                clock: doors.clock,
                health: doors.health,
                gate: gate,
                vault: vault,
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
