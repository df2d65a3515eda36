import HarkCore

/// Many connections that post signed messages without pause until the service is gone, and remember every answer.
struct Crowd {
    /// What the posters saw.
    struct Log: Sendable {
        /// Answered 200.
        var acknowledged: Set<String> = []
        /// Never answered.
        var unanswered: Set<String> = []
        /// Answered otherwise, with the status.
        var refused: [String: Int] = [:]
        /// Posts that were cut off.
        var cut = 0
    }

    private(set) var log = Log()
    private let connections: Int
    private var round = 0

    init(connections: Int) { self.connections = connections }

    /// Posts until every connection breaks. Every second connection first posts again what was never answered, as a
    /// provider does.
    func post(to service: Service) async -> Log {
        let open = log.unanswered.sorted()
        let round = round
        return await withTaskGroup { group in
            for connection in 0..<connections {
                let again = connection % 2 == 0 ? open.filter { $0.hasSuffix("-\(connection)") } : []
                group.addTask { await Self.run(connection, round, again, service) }
            }
            return await group.reduce(into: Log()) { $0.add($1) }
        }
    }

    /// Adds a round's answers.
    mutating func note(_ posted: Log) {
        log.add(posted)
        round += 1
    }

    private static func run(
        _ connection: Int,
        _ round: Int,
        _ again: [String],
        _ service: Service
    ) async -> Log {
        var log = Log()
        var count = 0
        var again = again[...]
        while true {
            count += 1
            let id = again.popFirst() ?? "m-\(round)-\(count)-\(connection)"
            let body = Messenger.message(id, "Order \(count) has not arrived, where is it?", from: "70\(connection)")
            do {
                let status = try await service.post(body)
                if status == 200 { log.acknowledged.insert(id) } else { log.refused[id] = status }
            } catch {
                log.unanswered.insert(id)
                log.cut += 1
                return log
            }
        }
    }
}

extension Crowd.Log {
    /// Adds what another poster, or a later round, saw: an answer settles what had none.
    mutating func add(_ other: Crowd.Log) {
        acknowledged.formUnion(other.acknowledged)
        unanswered.formUnion(other.unanswered)
        unanswered.subtract(acknowledged)
        refused.merge(other.refused) { $1 }
        cut += other.cut
    }
}
