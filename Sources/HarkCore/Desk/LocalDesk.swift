/// The desk on the store itself, on behalf of one actor. Cheap to make: one per request.
public struct LocalDesk: Desk {
    let store: any Store
    let running: Running
    let transport: any Transport
    let mint: any TokenMint
    let clock: any WallClock
    let actor: Event.Actor
    /// The channel with the tokens that hold now.
    let ready: @Sendable (Channel, any Connector) async throws -> Channel
    let mailer: (any Mailer)?
    let presence: PresenceBoard

    /// A desk for an actor. Desks that share a board see each other's people.
    public init(
        store: any Store,
        running: Running,
        transport: any Transport,
        mint: any TokenMint,
        clock: any WallClock,
        actor: Event.Actor,
        ready: @escaping @Sendable (Channel, any Connector) async throws -> Channel = { channel, _ in channel },
        mailer: (any Mailer)? = nil,
        presence: PresenceBoard = PresenceBoard()
    ) {
        self.store = store
        self.running = running
        self.transport = transport
        self.mint = mint
        self.clock = clock
        self.actor = actor
        self.ready = ready
        self.mailer = mailer
        self.presence = presence
    }

    /// The agent's name, for the fields that hold one.
    var agent: String {
        switch actor {
        case .agent(let name): name
        case .contact, .bot, .networkApp, .hark: actor.description
        }
    }

    static func unknown(_ id: Conversation.ID) -> Failure {
        Failure(.notFound, "there is no conversation \(id); `hark inbox` lists them")
    }
}
