import Foundation
import Testing

extension Flows {
    @Suite struct Kills {
        /// How often the process is killed, about 0.7 s each. `HARK_KILLS=5` makes a hurried run shorter.
        static let rounds = ProcessInfo.processInfo.environment["HARK_KILLS"].flatMap { Int($0) } ?? 50

        @Test func whatWasAcknowledgedIsThereOnceAlthoughTheProcessIsKilledAtRandomMoments() async throws {
            let service = try await Service(.messenger)
            var crowd = Crowd(connections: 32)
            var moments = SeededGenerator(seed: 20_261_122)
            for _ in 1...Self.rounds {
                try await service.start()
                let moment = Duration.milliseconds(Int.random(in: 10...600, using: &moments))
                let posters = crowd
                async let posted = posters.post(to: service)
                try await Task.sleep(for: moment)
                await service.kill()
                await crowd.note(posted)
            }
            let found = try await Evidence(service.database).messages()
            let log = crowd.log
            print(
                "\(Self.rounds) kills: \(log.acknowledged.count) acknowledged, \(log.cut) in flight at a kill,",
                "\(found.count) found"
            )
            #expect(try await Evidence(service.database).complaints() == [])
            #expect(log.refused == [:])
            #expect(log.acknowledged.filter { found[$0] != 1 } == [])
            #expect(log.unanswered.filter { found[$0, default: 0] > 1 } == [])
            #expect(Set(found.keys).subtracting(log.acknowledged).subtracting(log.unanswered) == [])
            // The measurement says something only when kills met posts, and posts were answered between them.
            #expect(log.acknowledged.count > 3 * Self.rounds)
            #expect(log.cut > Self.rounds)
        }
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }
}
