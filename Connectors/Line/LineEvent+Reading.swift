import HarkCore

extension LineEvent {
    /// Adds what the event tells; what says nothing to us is skipped by its type.
    func read(into decoded: inout Decoded, arrived: Instant?) {
        do throws(DecodingFailure) {
            guard let change = try change(arrived) else {
                return decoded.skipped.append(type ?? "event without a type")
            }
            decoded.items.append(Inbound(network: LineConnector.network, change: change))
        } catch {
            decoded.malformed.append("\(type ?? "event"): \(error.reason)")
        }
    }

    private func change(_ arrived: Instant?) throws(DecodingFailure) -> Inbound.Change? {
        switch type {
        case "message": return .message(try draft(of: message, arrived))
        case "messageEdited": return .edit(try draft(of: message, arrived))
        case "unsend":
            guard let id = unsend?.messageId?.text else { throw DecodingFailure("unsend.messageId is missing") }
            return .delete(id: id, at: timestamp?.instant)
        case "postback": return .message(try pressed(arrived))
        default: return nil
        }
    }

    private func draft(of message: LineMessage?, _ arrived: Instant?) throws(DecodingFailure) -> Draft {
        guard let message, let id = message.id?.text else { throw DecodingFailure("message.id is missing") }
        var draft = try frame(id: id, arrived)
        draft.text = message.type == "sticker" ? nil : message.text
        draft.attachments = message.attachments
        draft.parent = message.quotedMessageId?.text
        draft.isUnsupported = message.isUnsupported
        return draft
    }

    /// A pressed button. The event's id is stable when it is delivered again; events of old have none, and are known by
    /// what never changes.
    private func pressed(_ arrived: Instant?) throws(DecodingFailure) -> Draft {
        let data = postback?.data ?? ""
        let made = "\(source?.person ?? ""):\(timestamp?.integer ?? 0):\(data)"
        var draft = try frame(id: "postback:" + (webhookEventId?.text ?? made), arrived)
        draft.text = postback?.data
        draft.postback = data
        return draft
    }

    /// A person's chat belongs to the person; a group's and a room's to the group.
    private func frame(id: String, _ arrived: Instant?) throws(DecodingFailure) -> Draft {
        guard let time = timestamp?.instant ?? arrived else { throw DecodingFailure("timestamp is missing") }
        let person = source?.person
        // Somebody of a kind nobody knows yet is kept as well, each message by itself.
        let group = source?.groupId?.text ?? source?.roomId?.text ?? (person == nil ? id : nil)
        let thread = group ?? person ?? id
        return Draft(
            id: id,
            kind: group == nil ? .direct : .chat,
            isPrivate: true,
            author: person.map { Author(id: $0) },
            text: nil,
            thread: thread,
            conversation: group == nil ? .person(thread) : .thread(thread),
            sentAt: time
        )
    }
}
