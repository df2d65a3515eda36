import HarkCore

/// Reads the targets of a policy: a metric with one duration for all levels, or one a level.
struct TargetsReader {
    let defaultHours: ServicePolicy.Hours

    func targets(_ item: Item) -> [ServicePolicy.TargetKey: ServicePolicy.Target] {
        var targets: [ServicePolicy.TargetKey: ServicePolicy.Target] = [:]
        guard let fields = item.fields("targets", Clock.Metric.promised.map(\.rawValue)) else { return [:] }
        for metric in Clock.Metric.promised {
            guard let value = fields[metric.rawValue] else { continue }
            for (level, target) in levels(metric.rawValue, value) { targets[.init(metric, level)] = target }
        }
        if fields.isEmpty {
            item.wrong(
                "“targets” promises nothing; give first_response:, next_response:, periodic_update: or resolution:"
            )
        }
        return targets
    }

    private func levels(_ name: String, _ item: Item) -> [Urgency.Level: ServicePolicy.Target] {
        let levels = Urgency.Level.allCases
        if item.word != nil {
            guard let span = item.duration(name) else { return [:] }
            let target = ServicePolicy.Target(span: span, hours: defaultHours)
            return Dictionary(uniqueKeysWithValues: levels.map { ($0, target) })
        }
        guard let fields = item.fields(name, ["hours"] + levels.reversed().map(\.rawValue)) else { return [:] }
        let hours = fields["hours"].flatMap { $0.choice("hours", HoursChoice.self)?.hours } ?? defaultHours
        let spans = levels.compactMap { level in
            fields[level.rawValue]?.duration(level.rawValue).map {
                (level, ServicePolicy.Target(span: $0, hours: hours))
            }
        }
        if fields.keys.allSatisfy({ $0 == "hours" }) {
            item.wrong("“\(name)” names no level; give critical:, high:, normal: or low:")
        }
        return Dictionary(uniqueKeysWithValues: spans)
    }
}
