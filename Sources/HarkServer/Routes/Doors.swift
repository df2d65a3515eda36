import HarkCore
import Hummingbird

/// What stands behind every door.
struct Doors: Sendable {
    let store: any Store
    let running: Running
    let clock: any WallClock
    let take: @Sendable (Arrival) async throws -> IntakeOutcome
    let desk: @Sendable (Event.Actor) -> any Desk
    let wakeups: Wakeups
    let meter: Meter
    let health: HealthKeeper
    let linkKey: LinkKey
    let phase: Phase

    /// All of them.
    var table: EndpointTable {
        EndpointTable(
            endpoints: probes + webhooks + links + conversations + acts + deskwork + attachments + alerts + silences
                + serviceLevel + reports + assignment + channels + deliveries + tokens + events + directory
        )
    }

    /// The desk on behalf of the key's owner.
    func desk(of scope: RequestScope) throws -> any Desk {
        guard let caller = scope.caller else { throw Failure(.internalError, "a door of the desk stands open") }
        return desk(caller.role == .bot ? .bot(caller.name) : .agent(caller.name))
    }
}

/// A list that has no pages.
struct Listing<Element: Encodable>: Encodable {
    var data: [Element]
}
