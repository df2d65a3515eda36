import HarkCore

/// Takes one sync apart: what can be read at once, which rooms have gaps, which invitations to accept.
struct Syncing {
    private let channel: Channel
    private let since: String?
    private(set) var position: MatrixCursor
    private(set) var reading: MatrixReading

    init(position: MatrixCursor, channel: Channel, next: String) {
        self.channel = channel
        since = position.since
        self.position = position
        self.position.since = next
        reading = MatrixReading(account: channel.account, direct: [])
    }

    mutating func take(_ answer: SyncAnswer) {
        learnDirect(answer)
        reading = MatrixReading(account: channel.account, direct: position.direct)
        invitations(answer.rooms?.invite ?? [:])
        let rooms = (answer.rooms?.join ?? [:]).merging(answer.rooms?.leave ?? [:]) { joined, _ in joined }
        let stretches = rooms.compactMap { room, lenient -> (String, SyncAnswer.Timeline)? in
            guard case .read(let joined) = lenient, let timeline = joined.timeline else { return nil }
            return (room, timeline)
        }
        for (room, timeline) in stretches.sorted(by: { Self.order($0) < Self.order($1) }) { read(timeline, in: room) }
        for case .broken(let reason) in rooms.sorted(by: { $0.key < $1.key }).map(\.value) {
            reading.note(malformed: "room: \(reason)")
        }
    }

    private static func order(_ stretch: (room: String, timeline: SyncAnswer.Timeline)) -> (Int64, String) {
        for case .read(let event) in stretch.timeline.events ?? [] { return (event.sentAt.milliseconds, stretch.room) }
        return (0, stretch.room)
    }

    private mutating func read(_ timeline: SyncAnswer.Timeline, in room: String) {
        if let invited = position.invited.removeValue(forKey: room), let next = position.since {
            // Whoever invites us speaks at once: a conversation with one person is read from its beginning, a room from
            // the invitation on.
            let from = position.direct.contains(room) ? "" : invited.isEmpty ? since ?? next : invited
            position.gaps.append(.init(room: room, from: from, to: next))
            return
        }
        if timeline.limited == true, let since, let next = position.since {
            // The part told here is the end of the gap and comes with it, in order.
            position.gaps.append(.init(room: room, from: since, to: next))
            return
        }
        reading.add(timeline.events ?? [], in: room, floor: since == nil ? channel.backfillFloor : nil)
    }

    private mutating func invitations(_ rooms: [String: Lenient<SyncAnswer.Invited>]) {
        let joining = Joining(channel) ?? .direct
        for (room, lenient) in rooms.sorted(by: { $0.key < $1.key }) {
            reading.note(skipped: "invitation")
            guard case .read = lenient, !position.joins.contains(room) else { continue }
            let isWanted =
                switch joining {
                case .all: true
                case .direct: position.direct.contains(room)
                case .none: false
                }
            guard isWanted else { continue }
            position.joins.append(room)
            position.invited[room] = since ?? ""
        }
    }

    /// From the account's own list, from invitations, and from the event that invited us.
    private mutating func learnDirect(_ answer: SyncAnswer) {
        position.note(direct: MatrixConnector.directRooms(of: channel))
        for case .read(let data) in answer.account_data?.events ?? [] {
            position.note(direct: data.rooms.values.joined())
        }
        for (room, lenient) in answer.rooms?.invite ?? [:] {
            if case .read(let invited) = lenient, isDirect(invited.invite_state?.events) {
                position.note(direct: [room])
            }
        }
        for (room, lenient) in answer.rooms?.join ?? [:] {
            guard case .read(let joined) = lenient else { continue }
            if isDirect(joined.timeline?.events) || isDirect(joined.state?.events) { position.note(direct: [room]) }
        }
    }

    private func isDirect(_ events: [Lenient<MatrixEvent>]?) -> Bool {
        (events ?? []).contains { lenient in
            guard case .read(let event) = lenient else { return false }
            return event.type == "m.room.member" && event.stateKey == channel.account && event.content.isDirect == true
        }
    }
}
