/// An arrival's items with their channels and readings, worked out before the transaction so that it stays short.
struct SortedArrival: Sendable {
    /// What is to be filed, in order.
    private(set) var items: [SortedItem] = []
    /// Why a part, or all, of the delivery cannot be filed; nil when everything can.
    private(set) var problem: String?

    init(_ arrival: Arrival, setup: Setup) {
        switch arrival.decoded {
        case .failure(let failure):
            problem = failure.reason
        case .success(let decoded):
            var problems = decoded.malformed
            for inbound in decoded.items {
                do throws(DecodingFailure) {
                    items.append(try SortedItem(inbound, channels: arrival.channels, setup: setup))
                } catch {
                    problems.append(error.reason)
                }
            }
            problem = problems.isEmpty ? nil : problems.prefix(10).joined(separator: "; ")
        }
    }
}

/// One item with the channel it belongs to and, for a text, what the model makes of it.
struct SortedItem: Sendable {
    let change: Inbound.Change
    let channel: Channel
    let reading: Reading?

    /// A text and what the model makes of it.
    struct Reading: Sendable {
        let text: DraftText
        let triage: Triage
    }

    init(_ inbound: Inbound, channels: [Channel], setup: Setup) throws(DecodingFailure) {
        channel = try Self.channel(of: inbound, among: channels)
        change = inbound.change
        switch inbound.change {
        case .message(let draft), .edit(let draft):
            try Self.validate(draft)
            let text = DraftText(draft)
            let context = TriageContext(
                isPrivate: draft.isPrivate,
                followers: draft.author?.followers,
                channel: channel.id.rawValue,
                author: draft.author?.handle?.lowercased()
            )
            reading = Reading(text: text, triage: setup.triage.read(text.readable, context: context))
        case .echo(let draft):
            try Self.validate(draft)
            reading = nil
        case .delete, .status, .reaction:
            reading = nil
        }
    }

    private static func channel(of inbound: Inbound, among channels: [Channel]) throws(DecodingFailure) -> Channel {
        let match = channels.first { channel in
            channel.network == inbound.network && (inbound.account == nil || inbound.account == channel.account)
        }
        if let match { return match }
        throw DecodingFailure(
            "no channel is connected for \(inbound.network) account \(inbound.account ?? "(none)"); add it to channels.yaml"
                + " and run `hark deliveries retry`"
        )
    }

    /// An id that is empty, endless or holds a NUL cannot identify anything.
    private static func validate(_ draft: Draft) throws(DecodingFailure) {
        guard (1...1_000).contains(draft.id.utf8.count), !draft.id.utf8.contains(0) else {
            throw DecodingFailure("a message's id is empty, longer than 1,000 bytes or holds a NUL")
        }
    }
}

extension Draft {
    /// Subject and text as one, for the model: without what a mail repeats of earlier ones.
    var readableText: String {
        ReadableText.of(subject: subject, text: text, kind: kind)
    }
}
