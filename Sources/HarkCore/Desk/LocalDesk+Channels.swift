/// The connections, what they delivered, and the keys.
extension LocalDesk {
    /// The connections and how they fare.
    public func channels() async throws -> [ChannelHealth] {
        let setup = running.setup
        let records = try await store.health()
        return setup.configuration.channels.map { channel in
            let record = records[channel.id]
            return ChannelHealth(
                id: channel.id.rawValue,
                network: channel.network.rawValue,
                account: channel.account,
                mode: Self.mode(of: channel, setup),
                state: record?.state ?? .unknown,
                reason: record?.reason,
                since: record?.since,
                lastDeliveryAt: record?.lastDeliveryAt,
                lastSuccessAt: record?.lastSuccessAt,
                undecoded: record?.undecoded ?? 0
            )
        }
    }

    private static func mode(of channel: Channel, _ setup: Setup) -> String {
        let connector = setup.connectors.connector(for: channel.network) as? any PollingConnector
        return connector?.feeds(of: channel).isEmpty == false ? "poll" : "webhook"
    }

    /// Makes one real call per channel.
    public func checkChannels(_ ids: [Channel.ID]) async throws -> [ChannelCheck] {
        let setup = running.setup
        if let unknown = ids.first(where: { setup.configuration.channel($0) == nil }) {
            let names = setup.configuration.channels.map(\.id.rawValue).joined(separator: ", ")
            throw Failure(.notFound, "there is no channel “\(unknown)”; channels.yaml has: \(names)")
        }
        var checks: [ChannelCheck] = []
        for channel in setup.configuration.channels where ids.isEmpty || ids.contains(channel.id) {
            checks.append(await check(channel, setup))
        }
        return checks
    }

    private func check(_ channel: Channel, _ setup: Setup) async -> ChannelCheck {
        guard let connector = setup.connectors.connector(for: channel.network) else {
            return ChannelCheck(id: channel.id.rawValue, ok: false, detail: "no connector speaks \(channel.network)")
        }
        let problems = connector.problems(of: channel)
        guard problems.isEmpty else {
            return ChannelCheck(id: channel.id.rawValue, ok: false, detail: problems.joined(separator: "; "))
        }
        do {
            let channel = try await ready(channel, connector)
            guard let request = try connector.check(channel) else {
                return ChannelCheck(
                    id: channel.id.rawValue,
                    ok: true,
                    detail: "complete; the network offers no call to try"
                )
            }
            let response = try await transport.send(request)
            if let failure = connector.failure(in: response, channel: channel, now: clock.now) { throw failure }
            let who = try connector.checked(response, channel: channel)
            return ChannelCheck(id: channel.id.rawValue, ok: true, detail: "connected as \(who)")
        } catch {
            return ChannelCheck(id: channel.id.rawValue, ok: false, detail: "\(error)")
        }
    }

    /// Raw deliveries, newest first.
    public func deliveries(_ request: DeliveriesRequest) async throws -> DeliveriesPage {
        let limit = min(max(request.limit, 1), 200)
        let before = try request.cursor.map { text in
            guard let number = Int64(text) else {
                throw Failure(.badRequest, "the cursor cannot be read; take the `next` of the page before as it is")
            }
            return number
        }
        let rows = try await store.deliveries(undecodedOnly: request.undecodedOnly, before: before, limit: limit + 1)
        return DeliveriesPage(
            data: rows.prefix(limit).map { DeliveryView($0) },
            next: rows.count > limit ? String(rows[limit - 1].id) : nil
        )
    }

    /// Takes undecoded deliveries in again.
    public func retryDeliveries(_ ids: [Int64]) async throws -> [DeliveryRetry] {
        var results: [DeliveryRetry] = []
        for id in try await ids.isEmpty ? undecoded() : ids {
            guard let delivery = try await store.delivery(id) else {
                throw Failure(.notFound, "there is no delivery \(id); `hark deliveries --undecoded` lists them")
            }
            results.append(try await retry(delivery))
        }
        return results
    }

    private func undecoded() async throws -> [Int64] {
        var ids: [Int64] = []
        while case let page = try await store.deliveries(undecodedOnly: true, before: ids.last, limit: 200),
            !page.isEmpty
        {
            ids += page.map(\.id)
        }
        return ids.reversed()
    }

    private func retry(_ delivery: Delivery) async throws -> DeliveryRetry {
        let setup = running.setup
        guard let channel = setup.configuration.channel(delivery.channel),
            let connector = setup.connectors.connector(for: channel.network)
        else {
            return DeliveryRetry(
                id: delivery.id,
                ok: false,
                items: 0,
                error: "channel \(delivery.channel) is not configured"
            )
        }
        let arrival = Arrival(
            channels: [channel]
                + setup.configuration.channels.filter { $0.endpoint == channel.endpoint && $0.id != channel.id },
            surface: delivery.surface,
            headers: delivery.headers,
            body: delivery.body,
            decoded: Self.decode(delivery, connector, channel)
        )
        let outcome = try await Intake(store: store, running: running, clock: clock).takeAgain(delivery, arrival)
        return DeliveryRetry(
            id: delivery.id,
            ok: outcome.undecoded == nil,
            items: outcome.fresh,
            error: outcome.undecoded
        )
    }

    private static func decode(
        _ delivery: Delivery,
        _ connector: any Connector,
        _ channel: Channel
    ) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            if delivery.surface == Delivery.webhookSurface, let connector = connector as? any WebhookConnector {
                return try connector.decode(delivery.body, headers: delivery.headers, channel: channel)
            }
            if delivery.surface == Delivery.streamSurface, let connector = connector as? any StreamingConnector {
                let payload = String(decoding: delivery.body, as: UTF8.self)
                let event = delivery.headers.value(of: Delivery.eventField) ?? Delivery.usualEvent
                return try connector.decodeStream(event: event, payload: payload, channel: channel)
            }
            guard let connector = connector as? any PollingConnector else {
                throw DecodingFailure("\(channel.network) has no feed “\(delivery.surface)”")
            }
            let response = HTTPResponse(status: 200, headers: delivery.headers, body: delivery.body)
            return try connector.page(response, of: delivery.surface, after: nil, channel: channel).decoded
        }
    }

    /// The keys.
    public func tokens() async throws -> [TokenSummary] { try await store.tokens() }

    /// Makes a key.
    public func createToken(_ command: TokenCommand) async throws -> CreatedToken {
        guard (1...60).contains(command.name.count), SafeLine.snippet(command.name) == command.name else {
            throw Failure(
                .unprocessable,
                "a key's name has 1–60 characters on one line",
                problems: [.init(pointer: "/name", detail: "use the agent's name in teams.yaml, or the program's")]
            )
        }
        let (text, hash) = mint.mint()
        let (now, actor) = (clock.now, actor)
        let summary = try await store.write { ledger in
            let summary = try ledger.insertToken(name: command.name, role: command.role, hash: hash, at: now)
            try ledger.apply(Self.log(.tokenCreated, summary, actor: actor, at: now))
            return summary
        }
        return CreatedToken(summary: summary, token: text)
    }

    /// Ends a key.
    public func revokeToken(_ id: Int64) async throws -> TokenSummary {
        let (now, actor) = (clock.now, actor)
        return try await store.write { ledger in
            guard let summary = try ledger.revokeToken(id, at: now) else {
                throw Failure(.notFound, "there is no key \(id); `hark token list` lists them")
            }
            try ledger.apply(Self.log(.tokenRevoked, summary, actor: actor, at: now))
            return summary
        }
    }

    private static func log(_ kind: Event.Kind, _ token: TokenSummary, actor: Event.Actor, at: Instant) -> Filing {
        var filing = Filing()
        filing.events = [
            Event(
                at: at,
                kind: kind,
                conversation: nil,
                actor: actor,
                data: ["token": String(token.id), "name": token.name, "role": token.role.rawValue]
            )
        ]
        return filing
    }
}
