import Foundation
public import HarkCore

extension EmailConnector: PollingConnector {
    /// The most bytes of one mail that are fetched with its message. What a longer one has attached is told by its
    /// structure; its bytes wait until somebody asks.
    static let mostBytes = 512 << 10

    /// One for each mailbox.
    public func feeds(of channel: Channel) -> [String] { MailSettings.mailboxes(of: channel) }

    /// Searches for what came since, or fetches what the search found. Never marks a mail as seen.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        let access = try MailSettings.mailbox(of: channel)
        let position = MailboxCursor(cursor)
        guard position.pending.isEmpty else {
            let uids = position.due.map { String($0) }.joined(separator: ",")
            let what = "(UID INTERNALDATE RFC822.SIZE BODYSTRUCTURE BODY.PEEK[]<0.\(Self.mostBytes)>)"
            return HTTPRequest(
                mail: .mailbox(feed, commands: ["UID FETCH \(uids) \(what)"], at: access),
                timeout: .seconds(120),
                responseLimit: (MailboxCursor.batch + 1) * (Self.mostBytes + 256 << 10)
            )
        }
        let search: String
        if position.validity != nil {
            search = "UID SEARCH UID \(position.last &+ 1):*"
        } else if let floor = position.begin(floor: channel.backfillFloor) {
            // The search knows only days, and those of the server's zone.
            search = "UID SEARCH SINCE \(MailDates.day(floor - .days(1)))"
        } else {
            search = "UID SEARCH ALL"
        }
        return HTTPRequest(mail: .mailbox(feed, commands: [search], at: access), timeout: .seconds(30))
    }

    /// Reads what the server said to a search or a fetch; or one bare mail.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        guard response.body.starts(with: [UInt8(ascii: "*"), 0x20]) else {
            return try bareMail(response.body, channel: channel)
        }
        let answer = MailboxAnswer(response.body)
        let position = MailboxCursor(cursor)
        let floor = position.newest == nil && position.validity != nil ? channel.backfillFloor : nil
        let decoded = Decoded(answer, in: feed, floor: floor, channel: channel)
        let next = position.pending.isEmpty ? position.searched(answer) : position.fetched(answer)
        guard let next else {
            guard answer.validity != nil else {
                throw DecodingFailure("the server opened the mailbox without UIDVALIDITY")
            }
            // Nothing of this page is lost: it comes again by its own ids.
            let start = position.renumbered.description
            return Page(
                decoded: Decoded(skipped: ["UIDVALIDITY changed"]),
                cursor: start.isEmpty ? "renumbered 0" : start,
                hasMore: true
            )
        }
        return Page(decoded: decoded, cursor: next.description, hasMore: !next.pending.isEmpty)
    }

    private func bareMail(_ bytes: [UInt8], channel: Channel) throws(DecodingFailure) -> Page {
        var rest = bytes[...]
        guard !MailHeaders(&rest).isEmpty else { throw DecodingFailure("neither an IMAP answer nor a mail") }
        let letter = Letter(bytes[...], arrived: nil, channel: channel)
        return Page(
            decoded: Decoded(items: [letter.inbound(attachments: nil, place: nil)]),
            cursor: nil,
            hasMore: false
        )
    }
}

extension Decoded {
    /// The mails of a fetch. `floor` leaves out what is older, when the channel is connected for the first time.
    init(_ answer: MailboxAnswer, in mailbox: String, floor: Instant?, channel: Channel) {
        self.init()
        malformed = answer.malformed
        for item in answer.items.sorted(by: { $0.uid < $1.uid }) {
            guard let bytes = item.bytes else { continue }
            if let floor, let arrived = item.arrived, arrived < floor {
                skipped.append("mail before the backfill floor")
                continue
            }
            let place = "\(mailbox)/\(answer.validity ?? 0)/\(item.uid)"
            let isCut = (item.size ?? 0) > bytes.count
            let attachments = isCut ? item.structure.map { MailboxStructure($0, place: place).attachments } : nil
            let letter = Letter(bytes[...], arrived: item.arrived, channel: channel)
            items.append(letter.inbound(attachments: attachments, place: place))
        }
    }
}
