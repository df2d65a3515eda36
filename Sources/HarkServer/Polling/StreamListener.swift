import HarkCore

/// Listens to an account's stream. What it tells is filed at once, and once: the poll knows it again by its id. A stream that
/// breaks off is opened again; whatever it missed, the poll brings.
struct StreamListener: Sendable {
    let channel: Account
    let connector: any StreamingConnector
    let transport: any StreamingTransport
    let house: PollingHouse

    /// How a connection ended.
    private enum End {
        /// There is no stream, or none for us: to be looked for after a reload.
        case absent
        /// It stood, or something kept it from standing that may pass.
        case broken(stood: Bool)
        /// The account's budget leaves no call before then.
        case early(Instant)
    }

    /// Listens until the task is cancelled or there is no stream.
    func run() async {
        var failures = 0
        while !Task.isCancelled {
            switch await listen() {
            case .absent: return
            case .broken(let stood):
                failures = stood ? 1 : failures + 1
                try? await house.rest(house.pace.retry(after: failures))
            case .early(let free):
                try? await house.rest(Pace.jittered(.milliseconds(max((free - house.clock.now).milliseconds, 1))))
            }
        }
    }

    private func listen() async -> End {
        guard let account = try? await house.vault.ready(channel, connector) else { return .broken(stood: false) }
        guard let request = try? connector.stream(of: account) else { return .absent }
        if let free = await house.gate.admit(account, request, by: connector, now: house.clock.now) {
            return .early(free)
        }
        let (parts, tell) = AsyncStream<[UInt8]>.makeStream()
        return await withTaskGroup(of: HTTPResponse?.self) { tasks in
            tasks.addTask {
                defer { tell.finish() }
                return try? await transport.stream(request) { tell.yield($0) }
            }
            var events = ServerSentEvents()
            var stood = false
            for await part in parts {
                stood = true
                for block in events.feed(part) where !(await filed(block, account)) {
                    // The store failed; the poll will bring it.
                    tasks.cancelAll()
                    return .broken(stood: false)
                }
            }
            // Only a refusal has an answer other than success.
            guard let answer = await tasks.next() ?? nil, !stood else { return .broken(stood: stood) }
            return Self.isPassing(answer.status) ? .broken(stood: false) : .absent
        }
    }

    /// A token that ended, a limit, a server in trouble: these pass. Everything else says that there is no stream.
    private static func isPassing(_ status: Int) -> Bool {
        (200..<300).contains(status) || status == 401 || status == 408 || status == 429
            || status >= 500 && status != 501
    }

    /// Files what an event tells; false when it could not be stored.
    private func filed(_ block: ServerSentEvents.Block, _ account: Account) async -> Bool {
        guard let payload = block.data else { return true }
        let event = block.name ?? Delivery.usualEvent
        let decoded = Result { () throws(DecodingFailure) in
            let read = try connector.decodeStream(event: event, payload: payload, channel: account)
            return PageSieve(account: account.account, floor: nil).sift(read)
        }
        if case .success(let told) = decoded, told.items.isEmpty, told.malformed.isEmpty { return true }
        let arrival = Arrival(
            channels: [channel],
            surface: Delivery.streamSurface,
            headers: [HTTPField(Delivery.eventField, event)],
            body: Array(payload.utf8),
            decoded: decoded
        )
        guard (try? await house.take(arrival)) != nil else { return false }
        house.wakeups.arrived()
        return true
    }
}
