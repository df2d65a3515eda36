import HarkCore

/// Reads events of Messenger and Instagram messaging; both networks share the shape.
struct MessagingDecoding {
    var network: Network
    var entryID: String?
    var entryTime: Instant?

    /// Makes items of one event.
    func read(_ event: MessagingEvent) throws(DecodingFailure) -> Reading {
        switch event.happening {
        case .message(let message): return .items([try read(message, in: event)])
        case .postback(let postback): return .items([try read(postback, in: event)])
        case .edit(let edit):
            let pair = try parties(of: event, isEcho: isOurs(event))
            let id = try edit.mid.required("mid")
            return .items([item(.edit(draft(id, edit.text.text, [], pair, at: try time(of: event))), pair)])
        case .delivery(let delivery): return .items(try reports(delivery, .delivered, in: event))
        case .read(let read): return .items(try reports(read, .read, in: event))
        case .reaction(let reaction): return .items([try read(reaction, in: event)])
        case .other(let name): return .skipped(name)
        case .nothing: throw DecodingFailure("an event without content")
        }
    }

    private func read(_ message: MessagingMessage, in event: MessagingEvent) throws(DecodingFailure) -> Inbound {
        let isEcho = message.isEcho ?? false
        let pair = try parties(of: event, isEcho: isEcho)
        let id = try message.mid.required("mid")
        let at = try time(of: event)
        if message.isDeleted == true { return item(.delete(id: id, at: at), pair) }
        let attachments = (message.attachments ?? []).compactMap { $0.value.map(Attachment.init(messaging:)) }
        var draft = draft(id, message.text.text, attachments, pair, at: at)
        draft.parent = message.replyTo?.mid.text
        draft.postback = message.quickReply?.payload.text
        draft.isUnsupported = message.isUnsupported ?? false
        return item(isEcho ? .echo(draft) : .message(draft), pair)
    }

    private func read(_ postback: MessagingPostback, in event: MessagingEvent) throws(DecodingFailure) -> Inbound {
        let pair = try parties(of: event, isEcho: false)
        let at = try time(of: event)
        let payload = postback.payload.text ?? ""
        // Older postbacks have no id. The same press must get the same id when it is delivered again.
        let id = postback.mid.text ?? "postback:\(pair.customer):\(at.milliseconds):\(payload)"
        var draft = draft(id, postback.title.text ?? postback.payload.text, [], pair, at: at)
        draft.postback = payload
        return item(.message(draft), pair)
    }

    private func reports(
        _ delivery: MessagingDelivery,
        _ state: DeliveryReport.State,
        in event: MessagingEvent
    ) throws(DecodingFailure) -> [Inbound] {
        let pair = try parties(of: event, isEcho: false)
        let watermark = Instant(unix: delivery.watermark.text)
        let ids = (delivery.mids ?? []).compactMap { $0.value?.text } + [delivery.mid.text].compactMap(\.self)
        guard !ids.isEmpty || watermark != nil else { throw DecodingFailure("a receipt without ids or watermark") }
        let report = DeliveryReport(
            id: nil,
            watermark: watermark,
            recipient: pair.customer,
            state: state,
            at: Instant(unix: event.timestamp) ?? entryTime
        )
        if ids.isEmpty { return [item(.status(report), pair)] }
        return ids.map { id in
            var named = report
            named.id = id
            return item(.status(named), pair)
        }
    }

    private func read(_ reaction: MessagingReaction, in event: MessagingEvent) throws(DecodingFailure) -> Inbound {
        let pair = try parties(of: event, isEcho: isOurs(event))
        let symbol = reaction.action.text == "unreact" ? nil : reaction.emoji.text ?? reaction.reaction.text
        return item(
            .reaction(
                Reaction(
                    target: try reaction.mid.required("mid"),
                    author: Author(id: pair.author),
                    symbol: symbol,
                    at: Instant(unix: event.timestamp) ?? entryTime
                )
            ),
            pair
        )
    }
}

extension MessagingDecoding {
    /// Who spoke to whom: we and one customer.
    private struct Parties {
        var own: String
        var customer: String
        var author: String
    }

    private func isOurs(_ event: MessagingEvent) -> Bool { event.sender != nil && event.sender == entryID }

    private func parties(of event: MessagingEvent, isEcho: Bool) throws(DecodingFailure) -> Parties {
        guard let sender = event.sender else { throw DecodingFailure("sender is missing") }
        guard let recipient = event.recipient ?? entryID else { throw DecodingFailure("recipient is missing") }
        return isEcho
            ? Parties(own: sender, customer: recipient, author: sender)
            : Parties(own: recipient, customer: sender, author: sender)
    }

    private func time(of event: MessagingEvent) throws(DecodingFailure) -> Instant {
        guard let time = Instant(unix: event.timestamp) ?? entryTime else {
            throw DecodingFailure("timestamp is missing")
        }
        return time
    }

    private func draft(
        _ id: String,
        _ text: String?,
        _ attachments: [Attachment],
        _ pair: Parties,
        at time: Instant
    ) -> Draft {
        Draft(
            id: id,
            kind: .direct,
            isPrivate: true,
            author: Author(id: pair.author),
            recipient: pair.author == pair.own ? Author(id: pair.customer) : nil,
            text: text,
            attachments: attachments,
            thread: pair.own + "/" + pair.customer,
            conversation: .person(pair.customer),
            sentAt: time
        )
    }

    /// The dashboard's test button sends entry id 0; then the event itself names our account.
    private func item(_ change: Inbound.Change, _ pair: Parties) -> Inbound {
        let account = entryID == "0" ? nil : entryID
        return Inbound(network: network, account: account ?? pair.own, change: change)
    }
}
