import HarkCore
import HarkFakes
import Testing

@testable import HarkCurl

/// A stranger's URL is fetched from the public internet or not at all.
@Suite(.timeLimit(.minutes(1)))
struct PublicReachTests {
    @Test(
        arguments: [
            ([8, 8, 8, 8], true), ([127, 0, 0, 1], false), ([10, 1, 2, 3], false), ([172, 15, 0, 1], true),
            ([172, 16, 0, 1], false), ([172, 31, 255, 255], false), ([192, 168, 0, 1], false),
            ([169, 254, 169, 254], false),
            ([100, 64, 0, 1], false), ([0, 0, 0, 0], false), ([224, 0, 0, 1], false), ([255, 255, 255, 255], false),
        ] as [([UInt8], Bool)]
    )
    func anAddressOfTheOldInternetIsPublicOrNot(_ bytes: [UInt8], _ isPublic: Bool) {
        #expect(PublicAddress.isPublic(v4: bytes) == isPublic)
        let mapped = [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
        #expect(PublicAddress.isPublic(v6: mapped) == isPublic)
    }

    @Test(
        arguments: [
            ([0x26, 0x06] + [UInt8](repeating: 0, count: 13) + [1], true),
            ([UInt8](repeating: 0, count: 15) + [1], false), ([UInt8](repeating: 0, count: 16), false),
            ([0xFC] + [UInt8](repeating: 0, count: 15), false),
            ([0xFE, 0x80] + [UInt8](repeating: 0, count: 14), false),
            ([0xFF, 2] + [UInt8](repeating: 0, count: 14), false),
            ([0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8) + [127, 0, 0, 1], false),
            ([0x20, 0x02, 10, 0, 0, 1] + [UInt8](repeating: 0, count: 10), false),
        ] as [([UInt8], Bool)]
    )
    func anAddressOfTheNewInternetIsPublicOrNot(_ bytes: [UInt8], _ isPublic: Bool) {
        #expect(PublicAddress.isPublic(v6: bytes) == isPublic)
    }

    /// Also by a name, and also when a connection to the place is open already.
    @Test func aStrangersURLNeverReachesThisMachine() async throws {
        let server = try await LiveServer.start(echoRouter())
        let transport = CurlTransport()
        for origin in [server.origin, server.origin.replacing("127.0.0.1", with: "localhost")] {
            let usual = HTTPRequest(url: "\(origin)/status/200")
            #expect(try await transport.send(usual).status == 200)
            var strange = usual
            strange.reach = .publicOnly
            await #expect(throws: TransportFailure.self) { try await transport.send(strange) }
        }
        await server.stop()
    }
}
