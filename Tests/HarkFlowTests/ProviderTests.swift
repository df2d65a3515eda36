import Foundation
import HarkCore
import HarkFakes
import Testing

extension PatientFlows {
    @Suite struct Providers {
        @Test func aRefusedKeyMakesTheChannelUnhealthyAndANewOneHealsItWithoutRestart() async throws {
            let fediverse = try await FakeFediverse.start()
            fediverse.mention(from: "ana", "anybody?")
            var files = ServiceFiles(channels: [ServiceFiles.mastodon(fediverse.origin, token: "file:key")])
            files.others["key"] = "outdated"
            let service = try await Service.running(files)
            let sick = try await eventually("the refusal") {
                let channel = try await service.channel("fedi")
                return channel.state == .unhealthy ? channel : nil
            }
            #expect(sick.reason?.contains("401") == true)
            let screen = try await service.hark("channels")
            #expect(screen.text.contains("unhealthy") && screen.text.contains("401"), "\(screen.text)")
            #expect(!screen.text.contains("outdated"))

            let said = try await service.reload { $0.others["key"] = fediverse.token }
            #expect(said.contains("configuration reloaded"))
            _ = try await eventually("the cure") { try await service.channel("fedi").state == .healthy ? true : nil }
            _ = try await eventually("the mention") { try await service.inbox().first }
            await fediverse.stop()
        }

        @Test(arguments: [FakeFault.rateLimited(seconds: 5), .status(500), .malformed, .hang])
        func aProvidersTroubleLosesNothing(_ fault: FakeFault) async throws {
            let fediverse = try await FakeFediverse.start()
            let expected = (1...4).map { fediverse.mention(from: "person\($0)", "mention \($0)") }
            fediverse.order(fault)
            var files = ServiceFiles(channels: [ServiceFiles.mastodon(fediverse.origin)])
            files.environment["FEDI_TOKEN"] = fediverse.token
            let service = try await Service.running(files)
            // A server that says nothing is given up after thirty seconds.
            _ = try await eventually("the trouble", within: .seconds(50)) {
                try await service.channel("fedi").state == .failing ? true : nil
            }
            _ = try await eventually("the mentions", within: .seconds(50)) {
                try await service.inbox().count == 4 ? true : nil
            }
            #expect(try await service.channel("fedi").state == .healthy)
            #expect(try await service.channel("fedi").undecoded == (fault == .malformed ? 1 : 0))
            await service.kill()
            #expect(try await Evidence(service.database).order().sorted() == expected.sorted())
            await fediverse.stop()
        }
    }
}
