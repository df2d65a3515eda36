import HarkConnectors
import HarkCore
import HarkCurl
import HarkFakes
import HarkServer
import HarkTesting
import Testing

/// An account's owner gives consent, against a server on loopback.
struct ConnectingTests {
    private static func channel(_ network: String, _ server: LiveServer, secrets: [String: String] = [:]) -> Channel {
        Channel(
            id: .init("new"),
            network: Network(network),
            account: "us",
            server: server.origin,
            secrets: secrets.mapValues { Secret($0) }
        )
    }

    private static func connection(_ channel: Channel, _ grants: MemoryGrants) throws -> ChannelConnection {
        let connector = try #require(ConnectorRegistry(Connectors.all).connector(for: channel.network))
        return try #require(
            ChannelConnection(
                of: channel,
                by: connector,
                grants: grants,
                transport: CurlTransport(),
                clock: TestClock("2026-11-22T09:30:00Z")
            )
        )
    }

    @Test(arguments: ["mastodon", "reddit", "x"])
    func theOwnersCodeBecomesTokensOutsideTheConfiguration(network: String) async throws {
        let consent = ConsentServer()
        let server = try await consent.start()
        let secrets = network == "mastodon" ? [:] : ["client_id": "id", "client_secret": "hush"]
        let grants = MemoryGrants()
        let channel = Self.channel(network, server, secrets: secrets)
        let connection = try Self.connection(channel, grants)
        let invitation = try await connection.begin()
        #expect(!invitation.address.contains("hush") && !invitation.address.contains("made-secret"))
        let state = try #require(invitation.address.split(separator: "&").first { $0.hasPrefix("state=") })
        let who = try await connection.finish("http://localhost:8080/?\(state)&code=a%2Fb#_\n", invitation)
        #expect(who.contains("us"))
        let kept = try #require(grants.grant(of: channel.id))
        #expect(kept.secrets["token"] == "fresh" && kept.secrets["refresh_token"] == "again")
        #expect(consent.bodies.last?.contains("code=a%2Fb") == true)
        if network == "mastodon" { #expect(kept.secrets["client_id"] == "made-id") }
        await server.stop()
    }

    @Test(arguments: [
        ("http://localhost/?state=other&code=c", "another attempt"),
        ("http://localhost/?error=access_denied", "access_denied"),
        ("  \n", "no code"),
    ])
    func whatBelongsToAnotherAttemptIsRefused(pasted: String, reason: String) async throws {
        let consent = ConsentServer()
        let server = try await consent.start()
        let grants = MemoryGrants()
        let channel = Self.channel("reddit", server, secrets: ["client_id": "id", "client_secret": "hush"])
        let connection = try Self.connection(channel, grants)
        let invitation = try await connection.begin()
        let failure = await #expect(throws: Failure.self) { try await connection.finish(pasted, invitation) }
        #expect(failure?.message.contains(reason) == true)
        #expect(grants.grant(of: channel.id) == nil && consent.bodies.isEmpty)
        await server.stop()
    }

    @Test func aNetworkWithoutConsentPagesIsNotConnectedThisWay() throws {
        let channel = Channel(id: .init("hn"), network: Network("hackernews"), account: "acme")
        let connector = try #require(ConnectorRegistry(Connectors.all).connector(for: channel.network))
        #expect(
            ChannelConnection(
                of: channel,
                by: connector,
                grants: MemoryGrants(),
                transport: CurlTransport(),
                clock: TestClock("2026-11-22T09:30:00Z")
            ) == nil
        )
    }
}
