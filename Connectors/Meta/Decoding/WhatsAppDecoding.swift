import HarkCore

/// Reads what happens on one WhatsApp number.
struct WhatsAppDecoding {
    var value: WhatsAppValue
    var entryTime: Instant?

    /// Adds the number's messages, echoes from the phone app and statuses to what was read.
    func read(into decoded: inout Decoded) {
        decoded.read(value.messages, as: "messages") { message throws(DecodingFailure) in
            try read(message, isEcho: false)
        }
        decoded.read(value.echoes, as: "smb_message_echoes") { message throws(DecodingFailure) in
            try read(message, isEcho: true)
        }
        decoded.read(value.statuses, as: "statuses") { status throws(DecodingFailure) in try read(status) }
        if let problems = value.errors {
            decoded.skipped += problems.map { "errors:\($0.code.text ?? "?")" }
        }
        if value.messages == nil, value.echoes == nil, value.statuses == nil, value.errors == nil {
            decoded.malformed.append("messages: neither messages nor statuses in it")
        }
    }

    private var account: String? { value.metadata?.phoneNumberID.text }

    private func item(_ change: Inbound.Change) -> Inbound {
        Inbound(network: .whatsapp, account: account, change: change)
    }

    private func read(_ message: WhatsAppMessage, isEcho: Bool) throws(DecodingFailure) -> Reading {
        let id = try message.id.required("id")
        let type = message.content.type.text ?? "?"
        let time = Instant(unix: message.timestamp.text) ?? entryTime
        if type == "system" { return .skipped("system:\(message.system?.type.text ?? "?")") }
        if type == "revoke" {
            let original = try (message.revoke?.originalID).required("original_message_id")
            return .items([item(.delete(id: original, at: time))])
        }
        let author = try author(of: message, isEcho: isEcho)
        if type == "reaction" {
            let target = try (message.reaction?.messageID).required("message_id")
            let symbol = message.reaction?.emoji.text
            return .items([item(.reaction(Reaction(target: target, author: author, symbol: symbol, id: id, at: time)))])
        }
        guard let time else { throw DecodingFailure("timestamp is missing") }
        if type == "edit" {
            guard let content = message.edit?.message else { throw DecodingFailure("edit.message is missing") }
            let original = try (message.edit?.originalID).required("original_message_id")
            return .items([item(.edit(try draft(original, content, of: message, by: author, isEcho, at: time)))])
        }
        let draft = try draft(id, message.content, of: message, by: author, isEcho, at: time)
        return .items([item(isEcho ? .echo(draft) : .message(draft))])
    }

    private func draft(
        _ id: String,
        _ content: WhatsAppContent,
        of message: WhatsAppMessage,
        by author: Author,
        _ isEcho: Bool,
        at time: Instant
    ) throws(DecodingFailure) -> Draft {
        let recipient = isEcho ? try person(message.toUserID.text, message.to.text ?? message.groupID.text) : nil
        let customer = recipient?.id ?? author.id
        let group = message.groupID.text
        return Draft(
            id: id,
            kind: group == nil ? .direct : .chat,
            isPrivate: true,
            author: author,
            recipient: group == nil ? recipient : nil,
            text: content.plainText,
            attachments: content.attachments,
            thread: group ?? [account, customer].compactMap(\.self).joined(separator: "/"),
            conversation: group.map(ConversationKey.thread) ?? .person(customer),
            parent: message.context?.id.text,
            sentAt: time,
            postback: content.postback,
            isUnsupported: content.isUnsupported
        )
    }

    private func read(_ status: WhatsAppStatus) throws(DecodingFailure) -> Reading {
        let state: DeliveryReport.State
        switch status.status.text {
        case "sent": state = .sent
        case "delivered": state = .delivered
        case "read", "played": state = .read
        case "failed": state = .failed
        default: return .skipped("statuses:\(status.status.text ?? "?")")
        }
        let problem = status.errors?.first
        let reason = [problem?.code.text, problem?.title.text, problem?.data?.details.text]
        return .items([
            item(
                .status(
                    DeliveryReport(
                        id: try status.id.required("id"),
                        recipient: status.recipientUserID.text ?? status.recipientID.text,
                        state: state,
                        at: Instant(unix: status.timestamp.text),
                        reason: problem == nil ? nil : reason.compactMap(\.self).joined(separator: ": ")
                    )
                )
            )
        ])
    }
}

extension WhatsAppDecoding {
    private func author(of message: WhatsAppMessage, isEcho: Bool) throws(DecodingFailure) -> Author {
        if isEcho { return Author(id: message.from.text ?? account ?? "") }
        return try person(message.fromUserID.text, message.from.text)
    }

    /// A person by user id and phone. The user id is the identity, because it stays when the phone is hidden; the phone
    /// is an alias, so that older conversations are found again.
    private func person(_ userID: String?, _ phone: String?) throws(DecodingFailure) -> Author {
        let contact = contact(userID, phone)
        let userID = userID ?? contact?.userID.text
        let phone = phone ?? contact?.phone.text
        guard let id = userID ?? phone else { throw DecodingFailure("from is missing") }
        let profile = contact?.profile
        return Author(
            id: id,
            handle: profile?.username.text ?? phone.map { $0.first?.isNumber == true ? "+" + $0 : $0 },
            name: profile?.name.text,
            aliases: id == phone ? [] : [phone].compactMap(\.self)
        )
    }

    private func contact(_ userID: String?, _ phone: String?) -> WhatsAppValue.Contact? {
        let contacts = (value.contacts ?? []).compactMap(\.value)
        if userID == nil, phone == nil { return contacts.first }
        return contacts.first { contact in
            (userID != nil && contact.userID.text == userID) || (phone != nil && contact.phone.text == phone)
        }
    }
}
