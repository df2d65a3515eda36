import Foundation
import HarkCore

/// Turns events into what happened.
struct MatrixReading {
    /// Our own id, `@hark:acme.example`.
    let account: String
    let direct: Set<String>
    private(set) var decoded = Decoded()

    init(account: String, direct: [String]) {
        self.account = account
        self.direct = Set(direct)
    }

    /// Adds a stretch of a room, oldest first. `floor` leaves out what is older.
    mutating func add(_ events: [Lenient<MatrixEvent>], in room: String?, floor: Instant? = nil) {
        for event in events {
            switch event {
            case .broken(let reason): decoded.malformed.append("event: \(reason)")
            case .read(let event):
                if let floor, event.sentAt < floor {
                    decoded.skipped.append("\(event.type) before the backfill floor")
                } else {
                    add(event, in: event.room ?? room ?? "")
                }
            }
        }
    }

    /// Notes why something could not be read.
    mutating func note(malformed reason: String) { decoded.malformed.append(reason) }

    /// Notes what was left out by design.
    mutating func note(skipped name: String) { decoded.skipped.append(name) }

    private mutating func add(_ event: MatrixEvent, in room: String) {
        guard event.stateKey == nil else { return decoded.skipped.append(event.type) }
        switch event.type {
        case "m.room.message", "m.sticker", "m.room.encrypted": message(event, in: room)
        case "m.reaction": reaction(event)
        case "m.room.redaction":
            guard let id = event.redacts else { return decoded.malformed.append("m.room.redaction without “redacts”") }
            add(.delete(id: id, at: event.sentAt))
        default: decoded.skipped.append(event.type)
        }
    }

    private mutating func message(_ event: MatrixEvent, in room: String) {
        guard let id = event.id, let sender = event.sender else {
            return decoded.malformed.append("\(event.type) without event_id or sender")
        }
        let content = event.content
        if event.isRedacted || event.type == "m.room.message" && content.messageType == nil && content.body == nil {
            return add(.delete(id: id, at: nil))
        }
        if content.messageType == "m.key.verification.request" {
            return decoded.skipped.append("m.key.verification.request")
        }
        var draft = draft(event, id: id, sender: sender, room: room)
        if content.relation?.kind == "m.replace", let original = content.relation?.event {
            draft.id = original
            draft.text =
                content.newContent?.body ?? content.body.map { $0.hasPrefix("* ") ? String($0.dropFirst(2)) : $0 }
            draft.parent = nil
            return add(.edit(draft))
        }
        add(sender == account ? .echo(draft) : .message(draft))
    }

    private func draft(_ event: MatrixEvent, id: String, sender: String, room: String) -> Draft {
        let content = event.content
        let isDirect = direct.contains(room)
        let root = content.relation?.kind == "m.thread" ? content.relation?.event : nil
        let answered = content.relation?.isFallingBack == true ? root : content.relation?.inReplyTo?.event_id ?? root
        let isMention = content.mentions.contains(account) || namesUs(content)
        return Draft(
            id: id,
            kind: isDirect ? .direct : isMention ? .mention : .chat,
            isPrivate: isDirect,
            author: Author(id: sender, handle: sender),
            text: event.type == "m.room.encrypted" ? nil : content.words,
            attachments: content.attachments(of: event.type),
            thread: root.map { "\(room)|\($0)" } ?? room,
            conversation: isDirect ? .person(room) : .thread(room),
            parent: answered,
            sentAt: event.sentAt,
            isUnsupported: event.type == "m.room.encrypted",
            isAutomatic: content.messageType == "m.notice"
        )
    }

    /// Older programs mention only by a link, or by the name in the text.
    private func namesUs(_ content: MatrixContent) -> Bool {
        let linked = content.formattedBody?.removingPercentEncoding ?? content.formattedBody ?? ""
        return linked.contains("matrix.to/#/\(account)") || content.body?.contains(account) == true
    }

    private mutating func reaction(_ event: MatrixEvent) {
        guard let target = event.content.relation?.event else {
            return event.isRedacted
                ? decoded.skipped.append("m.reaction") : decoded.malformed.append("m.reaction without target")
        }
        let author = event.sender.map { Author(id: $0, handle: $0) }
        add(
            .reaction(
                Reaction(
                    target: target,
                    author: author,
                    symbol: event.content.relation?.key,
                    id: event.id,
                    at: event.sentAt
                )
            )
        )
    }

    private mutating func add(_ change: Inbound.Change) {
        decoded.items.append(Inbound(network: MatrixConnector.network, change: change))
    }
}

extension MatrixContent {
    /// What the sender wrote: without the quotation that older programs put before an answer, and not the name of a file.
    var words: String? {
        guard let body, body != fileName || url == nil else { return nil }
        guard relation?.inReplyTo?.event_id != nil, body.hasPrefix("> ") else { return body }
        var lines = body.split(separator: "\n", omittingEmptySubsequences: false)[...]
        while lines.first?.hasPrefix(">") == true { lines = lines.dropFirst() }
        if lines.first == "" { lines = lines.dropFirst() }
        return lines.joined(separator: "\n")
    }

    func attachments(of type: String) -> [Attachment] {
        let kind: Attachment.Kind
        switch type == "m.sticker" ? type : messageType ?? "" {
        case "m.sticker": kind = .sticker
        case "m.image": kind = .image
        case "m.video": kind = .video
        case "m.audio": kind = .audio
        case "m.file": kind = .file
        case "m.location": return geoURI.map { [Attachment(kind: .location, name: body, note: $0)] } ?? []
        default: return []
        }
        return [
            Attachment(
                kind: kind,
                reference: url,
                name: fileName ?? body,
                mediaType: info?.mediaType,
                size: info?.size
            )
        ]
    }
}
