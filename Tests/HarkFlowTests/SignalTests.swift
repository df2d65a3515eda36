import Foundation
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension Flows {
    @Suite struct Signals {
        @Test func theServiceEndsInOrderAlthoughAStreamIsOpenAndAPollHangs() async throws {
            let fediverse = try await FakeFediverse.start()
            let requests = Record(fediverse.requests)
            fediverse.order(.hang)
            var files = ServiceFiles.messenger
            files.channels.append(ServiceFiles.mastodon(fediverse.origin))
            files.environment["FEDI_TOKEN"] = fediverse.token
            let service = try await Service.running(files)
            _ = await requests.first()
            let reader = try StreamReader(service)
            #expect(try await service.post(Messenger.message("mid.1", "Hello")) == 200)
            #expect(await reader.line("event: message.received") != nil)

            let asked = ContinuousClock.now
            #expect(await service.terminate() == 0)
            #expect(asked.duration(to: .now) < .seconds(5))
            #expect(await reader.ended() == 0)
            await fediverse.stop()
        }

        @Test func aBrokenRuleKeepsTheOldOnesAndAGoodOneWorksAtOnce() async throws {
            let service = try await Service.running(.messenger)
            let file = service.folder.url.appending(path: "rules.yaml")
            try Data("rules:\n  - name: night\n    when: topic:(\n    team: technik\n".utf8).write(to: file)
            #expect(try await service.reload().contains("NOT reloaded"))
            #expect(await service.line(holding: "rules.yaml:3") != nil)
            #expect(try await service.post(Messenger.message("mid.1", "zebra")) == 200)
            #expect(try await service.inbox().map(\.team) == ["care"])

            let said = try await service.reload {
                $0.rules = ["- name: zebras\n  when: zebra\n  team: technik"]
            }
            #expect(said.contains("configuration reloaded"))
            #expect(try await service.post(Messenger.message("mid.2", "zebra again", from: "7002")) == 200)
            #expect(try await service.inbox("team:technik").map(\.snippet) == ["zebra again"])
        }
    }

    @Suite struct ExitStatuses {
        @Test func aScriptCanTellHowACommandEnded() async throws {
            let service = try await Service.running(.messenger)
            #expect(try await service.hark("inbox").status == 0)
            #expect(try await service.hark("show", "999999").status == 3)
            #expect(try await service.hark("inbox", environment: ["HARK_TOKEN": "hark_wrong"]).status == 4)
            #expect(try await service.hark("inbox", "urgency>=").status == 64)
            #expect(try await service.hark("frobnicate").status == 64)
            #expect(await service.terminate() == 0)
            #expect(try await service.hark("inbox").status == 5)
        }
    }
}
