import HarkCore

/// Reads `alerts:` of `hark.yaml`: grouping, repetition, and the causes beside promises.
struct AlertsReader {
    let ladder: LadderReader

    private static let keys = [
        "group_wait", "group_interval", "repeat_interval", "acknowledged_for", "channels", "unattended", "spikes",
    ]

    func settings(_ item: Item?) -> AlertSettings {
        var settings = AlertSettings()
        guard let item, let fields = item.fields("alerts", Self.keys) else { return settings }
        settings.groupWait = fields["group_wait"].flatMap(Self.wait) ?? settings.groupWait
        settings.groupInterval = fields["group_interval"]?.duration("group_interval") ?? settings.groupInterval
        settings.repeatInterval = fields["repeat_interval"]?.duration("repeat_interval") ?? settings.repeatInterval
        settings.acknowledgedFor = fields["acknowledged_for"]?.duration("acknowledged_for") ?? settings.acknowledgedFor
        if let item = fields["channels"], let fields = item.fields("channels", ["to", "repeat"]) {
            settings.channels = ladder.call(fields, of: item)
        }
        settings.unattended = fields["unattended"].flatMap(unattended)
        settings.spikes = fields["spikes"].flatMap(spikes)
        return settings
    }

    /// Zero is a meaning here: nothing is grouped.
    private static func wait(_ item: Item) -> Span? {
        if let word = item.word, ["0", "0s"].contains(word) { return .zero }
        return item.duration("group_wait")
    }

    private func unattended(_ item: Item) -> AlertSettings.Unattended? {
        guard let fields = item.fields("unattended", ["after", "to", "repeat"]),
            let after = item.required("after", of: fields)?.duration("after")
        else { return nil }
        return AlertSettings.Unattended(after: after, step: ladder.call(fields, of: item))
    }

    private func spikes(_ item: Item) -> AlertSettings.Spikes? {
        let keys = ["minimum", "deviations", "cool_down", "to", "repeat"]
        guard let fields = item.fields("spikes", keys) else { return nil }
        var spikes = AlertSettings.Spikes()
        spikes.minimum = fields["minimum"]?.number("minimum", in: 2...1_000_000) ?? spikes.minimum
        spikes.deviations = fields["deviations"]?.number("deviations", in: 1...100) ?? spikes.deviations
        spikes.coolDown = fields["cool_down"]?.duration("cool_down") ?? spikes.coolDown
        spikes.step = ladder.call(fields, of: item)
        return spikes
    }
}
