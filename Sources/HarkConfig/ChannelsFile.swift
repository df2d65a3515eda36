import HarkCore

/// Reads `channels.yaml`: the connected accounts.
struct ChannelsFile {
    let references: References
    let knownNetworks: [Network]
    let now: Instant

    static let keys = [
        "id", "network", "account", "endpoint", "server", "secrets", "settings", "poll", "backfill", "reopen",
    ]

    func channels(_ root: Item?) -> [Channel] {
        guard let root, let fields = root.fields("channels.yaml", ["channels"]) else { return [] }
        var ids = Taken("channel")
        var accounts = Taken("account")
        return (fields["channels"]?.list("channels") ?? []).compactMap { item in
            guard let channel = channel(item) else { return nil }
            ids.claim(channel.id.rawValue, item)
            accounts.claim("\(channel.account) on \(channel.network)", item)
            return channel
        }
    }

    private func channel(_ item: Item) -> Channel? {
        guard let fields = item.fields("channel", Self.keys) else { return nil }
        let id = item.required("id", of: fields)?.name("id")
        let network = item.required("network", of: fields).flatMap(network)
        let account = item.required("account", of: fields)?.sentence("account")
        let endpoint = fields["endpoint"]?.name("endpoint")
        let server = fields["server"]?.origin("server")
        let settings = texts(fields["settings"])
        let secrets = secrets(fields["secrets"])
        let poll = fields["poll"]?.duration("poll")
        let floor = fields["backfill"].map(backfill) ?? now - .days(1)
        guard let id, let network, let account else { return nil }
        return Channel(
            id: Channel.ID(id),
            network: network,
            account: account,
            endpoint: endpoint,
            server: server,
            settings: settings,
            secrets: secrets,
            pollInterval: max(poll ?? .seconds(60), .seconds(1)),
            backfillFloor: floor,
            reopening: fields["reopen"].map(reopening) ?? ReopenRule()
        )
    }

    private func network(_ item: Item) -> Network? {
        guard let text = item.text("network") else { return nil }
        if let network = knownNetworks.first(where: { $0.rawValue == text }) { return network }
        let known = knownNetworks.map(\.rawValue).sorted()
        let near = Suggestion.nearest(to: text, among: known).map { "; did you mean “\($0)”?" } ?? ";"
        item.wrong("unknown network “\(text.shortened)”\(near) built in are: \(known.joined(separator: ", "))")
        return nil
    }

    private func texts(_ item: Item?) -> [String: String] {
        let pairs = (item?.pairs("settings") ?? []).compactMap { key, value in value.text(key).map { (key, $0) } }
        return Dictionary(pairs) { first, _ in first }
    }

    private func secrets(_ item: Item?) -> [String: Secret] {
        let pairs = (item?.pairs("secrets") ?? []).compactMap { key, value in
            references.secret(key, value).map { (key, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// `never`, or `{within: 7d, owner: clear}`.
    private func reopening(_ item: Item) -> ReopenRule {
        guard item.word == nil else { return ReopenRule(reopenTime(item, "reopen")) }
        guard let fields = item.fields("reopen", ["within", "owner"]) else { return ReopenRule() }
        let owner = fields["owner"].flatMap { $0.choice("owner", ReopenRule.Owner.self) } ?? .keep
        return ReopenRule(fields["within"].map { reopenTime($0, "within") } ?? .always, owner: owner)
    }

    private func reopenTime(_ item: Item, _ name: String) -> ReopenRule.Time {
        switch item.word {
        case "always": return .always
        case "never": return .never
        case let text?:
            if let span = Span(written: text), span > .zero { return .within(span) }
            item.wrong("“\(name)”: “\(text.shortened)” is no duration; write always, never, or one like 7d")
        case nil: item.wrong("“\(name)” must be a single value, here is \(item.kind)")
        }
        return .always
    }

    /// `all`, a date, or a length of time back from now.
    private func backfill(_ item: Item) -> Instant? {
        guard let text = item.text("backfill"), text != "all" else { return nil }
        if let span = Span(written: text) { return now - span }
        if let date = BusinessCalendar.Date(written: text) { return Instant("\(date.written)T00:00:00Z") }
        item.wrong("“backfill”: “\(text.shortened)” is no time; write 1d, 12h, a date like 2026-11-01, or all")
        return nil
    }
}
