import HarkClient
import HarkCore
import HarkServer
import HarkTesting
import Testing

/// The desk on the store and the desk over REST keep one contract.
struct DeskContractTests {
    @Test func theDeskOnTheStoreKeepsTheContract() async throws {
        try await LiveHark.run(hold: .seconds(10)) { hark async throws in
            let desk = LocalDesk(
                store: hark.store,
                running: hark.running,
                transport: hark.transport,
                mint: RandomTokenMint(),
                clock: hark.clock,
                actor: .agent("ana"),
                mailer: NoMail()
            )
            try await DeskContract(desk, intake: hark.intake, clock: hark.clock).all()
            try await AlertsContract(desk, clock: hark.clock).all()
        }
    }

    @Test func theDeskOverRESTKeepsTheContract() async throws {
        try await LiveHark.run(hold: .seconds(10)) { hark async throws in
            let maker = LocalDesk(
                store: hark.store,
                running: hark.running,
                transport: hark.transport,
                mint: RandomTokenMint(),
                clock: hark.clock,
                actor: .hark
            )
            let key = try await maker.createToken(TokenCommand(name: "ana", role: .admin)).token
            let desk = RemoteDesk(
                server: "http://127.0.0.1:\(hark.port)",
                token: Secret(key),
                transport: hark.transport
            )
            try await DeskContract(desk, intake: hark.intake, clock: hark.clock).all()
            try await AlertsContract(desk, clock: hark.clock).all()
        }
    }
}

extension LiveHark {
    fileprivate var intake: Intake { Intake(store: store, running: running, clock: clock) }
}
