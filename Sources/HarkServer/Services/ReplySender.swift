import HarkCore

/// Sends one reply, or another text for one, through its channel's connector and says what came of it.
struct ReplySender: Sendable {
    let running: Running
    let transport: any Transport
    let clock: any WallClock
    let health: HealthKeeper
    let gate: ChannelGate
    let vault: GrantVault
    let pace: Pace

    /// Sends, unless an earlier attempt died on the way and the network would not know the message again.
    func send(_ reply: Outgoing, by id: Account.ID?, wasInterrupted: Bool) async -> Departures.Outcome {
        guard let known = channel(id) else { return .failed(Self.channelIsGone) }
        guard let connector = running.setup.connectors.connector(for: known.network) as? any ReplyingConnector else {
            return .failed("Hark cannot answer on this network")
        }
        let isSafeToRepeat = connector.isSafeToRepeat(reply, channel: known)
        if wasInterrupted, !isSafeToRepeat {
            return .unknown("the service stopped while it was being sent; look on the network before sending it again")
        }
        return await deliver(by: known, connector, isSafeToRepeat: isSafeToRepeat) { channel throws(ConnectorFailure) in
            try connector.request(for: reply, channel: channel)
        } reading: { answer, channel throws(ConnectorFailure) in
            try connector.receipt(answer, for: reply, channel: channel)
        }
    }

    /// Changes the text of what was sent; how often that is asked makes no difference.
    func send(_ edit: OutgoingEdit, by id: Account.ID?) async -> Departures.Outcome {
        guard let known = channel(id) else { return .failed(Self.channelIsGone) }
        guard let connector = running.setup.connectors.connector(for: known.network) as? any EditingConnector else {
            return .failed("Hark cannot change messages on this network")
        }
        return await deliver(by: known, connector, isSafeToRepeat: true) { channel throws(ConnectorFailure) in
            try connector.request(for: edit, channel: channel)
        } reading: { _, _ throws(ConnectorFailure) in
            nil
        }
    }

    private static let channelIsGone = "the channel is no longer in channels.yaml"

    private func channel(_ id: Account.ID?) -> Account? { id.flatMap { running.setup.configuration.channel($0) } }

    private func deliver(
        by known: Account,
        _ connector: any ReplyingConnector,
        isSafeToRepeat: Bool,
        _ making: @Sendable (Account) throws(ConnectorFailure) -> HTTPRequest,
        reading: @Sendable (HTTPResponse, Account) throws(ConnectorFailure) -> Receipt?
    ) async -> Departures.Outcome {
        let id = known.id
        let channel: Account
        do {
            channel = try await vault.ready(known, connector)
        } catch {
            // Nothing has left yet.
            return .retry(notBefore: nil, reason: "\(error)")
        }
        do {
            let request = try making(channel)
            if let free = await gate.admit(channel, request, by: connector, isReply: true, now: clock.now) {
                return .retry(notBefore: free, reason: "the account's calls are used up until \(free)")
            }
            let answer = try await transport.send(request)
            gate.note(answer, of: id, now: clock.now)
            if !isSafeToRepeat, answer.status == 502 || answer.status == 504 {
                return .unknown("a gateway answered HTTP \(answer.status) for the network")
            }
            if let failure = connector.failure(in: answer, channel: channel, now: clock.now) { throw failure }
            let receipt = try reading(answer, channel)
            await health.report(id, part: "replies", .healthy)
            return .sent(receipt)
        } catch let failure as ConnectorFailure {
            // A token that ended early: the next attempt has a fresh one.
            if case .reauthorise = failure, let renewing = connector as? any RenewingConnector,
                (try? await vault.renew(known, renewing)) != nil
            {
                return .retry(notBefore: nil, reason: "the access was renewed: \(failure.reason)")
            }
            return await outcome(of: failure, id)
        } catch let failure as TransportFailure {
            return outcome(of: failure, isSafeToRepeat: isSafeToRepeat)
        } catch {
            return isSafeToRepeat ? .retry(notBefore: nil, reason: "\(error)") : .unknown("\(error)")
        }
    }

    private func outcome(of failure: ConnectorFailure, _ id: Account.ID) async -> Departures.Outcome {
        switch failure {
        case .rateLimited(let until, _):
            return .retry(notBefore: until, reason: failure.description)
        case .unavailable:
            return .retry(notBefore: nil, reason: failure.description)
        case .reauthorise, .misconfigured:
            // The words are good, the channel is not: they wait until a person has reconnected it.
            await health.report(id, part: "replies", .unhealthy(failure.description))
            let later = clock.now + Span(milliseconds: pace.slowRetry.milliseconds)
            return .retry(notBefore: later, reason: failure.description)
        case .forbidden, .notFound, .rejected:
            return .failed(failure.description)
        case .unreadable:
            return .unknown(failure.description)
        }
    }

    private func outcome(of failure: TransportFailure, isSafeToRepeat: Bool) -> Departures.Outcome {
        switch failure {
        case .unreachable:
            .retry(notBefore: nil, reason: failure.description)
        case .timedOut, .tooLarge, .cancelled, .malformed:
            // It may have left. Only a network that knows our id again may be asked twice.
            isSafeToRepeat ? .retry(notBefore: nil, reason: failure.description) : .unknown(failure.description)
        }
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }
}
