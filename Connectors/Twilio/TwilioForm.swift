import HarkCore

/// The fields of a posted form. Twilio may add some without notice.
struct TwilioForm {
    private var fields: [String: String] = [:]

    init(_ body: [UInt8]) {
        for pair in String(decoding: body, as: UTF8.self).split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let texts = halves.map { $0.replacing("+", with: " ") }.map { String($0).percentDecoded }
            fields[texts[0]] = texts.count == 2 ? texts[1] : ""
        }
    }

    private subscript(name: String) -> String? {
        guard let value = fields[name], !value.isEmpty else { return nil }
        return value
    }

    /// A message to us, or a state of one of ours.
    func read(arrivedAt: Instant) throws(DecodingFailure) -> Decoded {
        guard let id = self["MessageSid"] ?? self["SmsMessageSid"] ?? self["SmsSid"] else {
            throw DecodingFailure("no form of Twilio: “MessageSid” is missing")
        }
        let state = self["MessageStatus"] ?? self["SmsStatus"] ?? "received"
        guard state == "received" || state == "receiving" || fields["Body"] != nil else {
            return try read(state, of: id, arrivedAt)
        }
        guard let from = self["From"] else {
            // Another product of Twilio: its conversations have no numbers.
            if let event = self["EventType"] { return Decoded(skipped: [event]) }
            throw DecodingFailure("“From” is missing")
        }
        let to = self["To"]
        let attachments = attachments
        let text = fields["Body"]
        let draft = Draft(
            id: id,
            kind: .direct,
            isPrivate: true,
            author: Author(
                id: from,
                handle: from.hasPrefix("whatsapp:") ? String(from.dropFirst(9)) : nil,
                name: self["ProfileName"]
            ),
            text: text ?? self["ButtonText"] ?? self["ListTitle"],
            attachments: attachments,
            thread: [to, from].compactMap(\.self).joined(separator: "/"),
            conversation: .person(from),
            parent: self["OriginalRepliedMessageSid"],
            sentAt: arrivedAt,
            postback: self["ButtonPayload"] ?? self["ListId"],
            isUnsupported: text == nil && attachments.isEmpty
        )
        return Decoded(items: [Inbound(network: TwilioConnector.network, change: .message(draft))])
    }

    private func read(_ word: String, of id: String, _ time: Instant) throws(DecodingFailure) -> Decoded {
        let states: [String: DeliveryReport.State] = [
            "sent": .sent, "delivered": .delivered, "read": .read, "undelivered": .failed, "failed": .failed,
            "canceled": .failed,
        ]
        guard let state = states[word] else { return Decoded(skipped: ["status \(word)"]) }
        let reason = [self["ErrorCode"], self["ErrorMessage"]].compactMap(\.self).joined(separator: ": ")
        let report = DeliveryReport(
            id: id,
            recipient: self["To"],
            state: state,
            at: time,
            reason: state == .failed && !reason.isEmpty ? "Twilio error \(reason)" : nil
        )
        return Decoded(items: [Inbound(network: TwilioConnector.network, change: .status(report))])
    }

    private var attachments: [Attachment] {
        let count = min(max(self["NumMedia"].flatMap { Int($0) } ?? 0, 0), 50)
        var list = (0..<count).compactMap { number -> Attachment? in
            guard let url = self["MediaUrl\(number)"] else { return nil }
            let type = self["MediaContentType\(number)"]
            return Attachment(kind: Attachment.Kind(mediaType: type), url: url, mediaType: type)
        }
        if let latitude = self["Latitude"], let longitude = self["Longitude"] {
            list.append(Attachment(kind: .location, name: self["Label"], note: "\(latitude), \(longitude)"))
        }
        return list
    }
}

extension Attachment.Kind {
    /// By the first half of a media type.
    fileprivate init(mediaType: String?) {
        switch mediaType?.prefix(while: { $0 != "/" }) {
        case "image": self = .image
        case "video": self = .video
        case "audio": self = .audio
        default: self = .file
        }
    }
}
