import HarkFakes
import Testing

extension Flows {
    @Suite struct Pages {
        /// Page size 3. The cursor moves in the transaction that files its page, so wherever the process dies, the next one
        /// goes on exactly there.
        @Test func mentionsArriveOnceAndInOrderAlthoughTheProcessDiesBetweenAndInsidePages() async throws {
            let fediverse = try await FakeFediverse.start()
            let requests = Record(fediverse.requests)
            var files = ServiceFiles(channels: [ServiceFiles.mastodon(fediverse.origin)])
            files.environment["FEDI_TOKEN"] = fediverse.token
            let service = try await Service(files)
            var expected = [fediverse.mention(from: "ana", "the first of all")]
            try await service.start()
            _ = await requests.first { $0.target.contains("min_id") }
            await service.kill()

            expected += (1...7).map { fediverse.mention(from: "person\($0)", "mention \($0)") }
            fediverse.order(.pass)
            fediverse.order(.hang)
            try await Self.start(service, until: 2, requests)
            await service.kill()
            #expect(try await Evidence(service.database).order() == Array(expected.prefix(4)), "between two pages")

            for delay in [0, 2, 5, 10, 20, 40] {
                expected.append(fediverse.mention(from: "late\(delay)", "and one more"))
                try await Self.start(service, until: 1, requests)
                try await Task.sleep(for: .milliseconds(delay))
                await service.kill()
                let order = try await Evidence(service.database).order()
                #expect(order == Array(expected.prefix(order.count)), "inside a page, after \(delay) ms")
            }
            try await service.start()
            let count = expected.count
            _ = try await eventually("the last mention") { try await service.inbox().count == count ? true : nil }
            await service.kill()
            #expect(try await Evidence(service.database).order() == expected)
            #expect(try await Evidence(service.database).complaints() == [])
            await fediverse.stop()
        }

        private static func start(
            _ service: Service,
            until count: Int,
            _ requests: Record<SeenRequest>
        ) async throws {
            let seen = requests.count
            try await service.start()
            _ = await requests.first(after: seen + count - 1)
        }
    }
}
