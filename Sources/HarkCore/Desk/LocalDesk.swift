/// The desk on the store itself, on behalf of one actor. Cheap to make: one per request.
public struct LocalDesk: Sendable {
    let store: any Store
    let running: Running
    let transport: any Transport
    let clock: any WallClock
    let actor: Event.Actor

    /// A desk for an actor.
    public init(
        store: any Store,
        running: Running,
        transport: any Transport,
        clock: any WallClock,
        actor: Event.Actor
    ) {
        self.store = store
        self.running = running
        self.transport = transport
        self.clock = clock
        self.actor = actor
    }
}
