import Synchronization

/// Counts what happens in this process, for `/metrics`.
public final class Meter: Sendable {
    /// One line of a metric family: its labels in order. They are counted as they are and escaped when they are read.
    struct Labels: Hashable, Comparable {
        var names: [String] = []
        var values: [String] = []

        init(_ labels: [(String, String)]) {
            names = labels.map(\.0)
            values = labels.map(\.1)
        }

        /// As the exposition writes them: `name="value"`.
        var pairs: [String] { zip(names, values).map { "\($0)=\"\(Exposition.escaped($1))\"" } }

        static func < (left: Labels, right: Labels) -> Bool {
            left.pairs.lexicographicallyPrecedes(right.pairs)
        }
    }

    /// How long something took, in buckets.
    struct Histogram {
        /// Upper bounds in seconds.
        static let bounds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
        var counts = [UInt64](repeating: 0, count: bounds.count + 1)
        var sum = 0.0

        mutating func observe(_ seconds: Double) {
            counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            sum += seconds
        }
    }

    /// Everything counted so far.
    struct Reading {
        var counters: [Family: [Labels: UInt64]] = [:]
        var durations: [Labels: Histogram] = [:]
    }

    /// The families of counters kept here; the others are read when they are asked for.
    enum Family: String, CaseIterable {
        case requests = "http_requests_total"
        case polls = "hark_polls_total"
        case webhooks = "hark_webhook_deliveries_total"
        case departures = "hark_departures_total"

        var help: String {
            switch self {
            case .requests: "Requests answered, by route template, method and status code."
            case .polls: "Pages asked for, by channel, feed and outcome."
            case .webhooks: "Webhook deliveries, by endpoint and outcome."
            case .departures: "Attempts to send from the outbox, by outcome."
            }
        }
    }

    private let reading = Mutex(Reading())

    /// Nothing counted yet.
    public init() {}

    /// The figures of this moment.
    var now: Reading { reading.withLock { $0 } }

    func count(_ family: Family, _ labels: [(String, String)]) {
        let labels = Labels(labels)
        reading.withLock { $0.counters[family, default: [:]][labels, default: 0] += 1 }
    }

    func request(route: String, method: String, code: Int, seconds: Double) {
        // An unknown method is a stranger's word.
        let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].contains(method) ? method : "other"
        count(.requests, [("route", route), ("method", known), ("code", String(code))])
        let labels = Labels([("route", route)])
        reading.withLock { $0.durations[labels, default: Histogram()].observe(seconds) }
    }
}
