import HarkCore

/// The page that Prometheus reads: the store's figures, the channels' health, this process's counts.
struct MetricsPage {
    let store: any Store
    let running: Running
    let clock: any WallClock
    let meter: Meter

    /// Reads everything at this moment.
    func render() async throws -> String {
        var page = Exposition()
        page.family("hark_build_info", "gauge", "The version that runs.")
        page.sample("hark_build_info", ["version=\"\(HarkCore.version)\""], 1)
        write(try await store.counts(), to: &page)
        write(try await store.health(), to: &page)
        write(meter.now, to: &page)
        if let memory = ProcessFigures.residentMemory {
            page.single("process_resident_memory_bytes", "gauge", "Memory in use.", memory)
        }
        let processor = ProcessFigures.processorSeconds
        page.single("process_cpu_seconds_total", "counter", "Processor time used.", processor)
        return page.text
    }

    private func write(_ counts: StoreCounts, to page: inout Exposition) {
        page.single("hark_messages_received_total", "counter", "Messages that came in.", Double(counts.messages))
        page.family("hark_conversations", "gauge", "Conversations by state.")
        for state in Conversation.State.allCases {
            page.sample("hark_conversations", ["state=\"\(state)\""], Double(counts.conversations[state] ?? 0))
        }
        page.single(
            "hark_deliveries_undecoded",
            "gauge",
            "Deliveries kept because they, or a part of them, could not be read.",
            Double(counts.undecoded)
        )
        page.family("hark_outbox_items", "gauge", "What leaves, by state.")
        for state in [OutboxItem.State.queued, .sent, .failed] {
            page.sample("hark_outbox_items", ["state=\"\(state)\""], Double(counts.outbox[state] ?? 0))
        }
        let waiting = counts.oldestQueuedAt.map { Double((clock.now - $0).milliseconds) / 1000 } ?? 0
        page.single("hark_outbox_oldest_seconds", "gauge", "How long the oldest item waits.", max(waiting, 0))
        page.family("hark_sla_breaches_total", "counter", "Targets used up, by promise.")
        for metric in Clock.Metric.allCases {
            page.sample(
                "hark_sla_breaches_total",
                ["metric=\"\(metric.rawValue)\""],
                Double(counts.breaches[metric] ?? 0)
            )
        }
    }

    private func write(_ health: [Account.ID: ChannelHealthRecord], to page: inout Exposition) {
        page.family("hark_channel_up", "gauge", "1 when the channel's last call or delivery worked.")
        for channel in running.setup.configuration.channels {
            let isUp = health[channel.id]?.state == .healthy
            page.sample("hark_channel_up", ["channel=\"\(Exposition.escaped(channel.id.rawValue))\""], isUp ? 1 : 0)
        }
    }

    private func write(_ reading: Meter.Reading, to page: inout Exposition) {
        for family in Meter.Family.allCases {
            page.family(family.rawValue, "counter", family.help)
            for (labels, count) in (reading.counters[family] ?? [:]).sorted(by: { $0.key < $1.key }) {
                page.sample(family.rawValue, labels.pairs, Double(count))
            }
        }
        let name = "http_request_duration_seconds"
        page.family(name, "histogram", "Time to answer, by route template.")
        for (labels, histogram) in reading.durations.sorted(by: { $0.key < $1.key }) {
            page.histogram(name, labels.pairs, histogram)
        }
    }
}
