import Foundation
import HarkCore

/// The feed that sees edits and deletes: a server tells a mentioned account of neither, so the newest posts are looked
/// at again.
///
/// It goes in two steps. *List*: the newest notifications give the posts to watch, and their edits. *Check*: the
/// watched posts are asked for by id; one that is missing is gone. The cursor holds the step and what is watched:
/// `check 108 107@1763769226000` (the number is the edit already seen). Only servers with decimal ids are asked for
/// several posts by id; others (GoToSocial, Pleroma) do not know that call, so there only edits are seen.
struct Revisions {
    private enum Step: String { case list, check }
    private var step = Step.list
    private var watched: [Watched] = []

    private struct Watched {
        var id: String
        var edited: Int64 = 0
        var text: String { edited == 0 ? id : "\(id)@\(edited)" }
    }

    init(_ cursor: String?) {
        var words = (cursor ?? "").split(separator: " ")[...]
        step = words.popFirst().flatMap { Step(rawValue: String($0)) } ?? .list
        watched = words.map { word in
            let parts = word.split(separator: "@")
            return Watched(id: String(parts.first ?? word), edited: parts.count == 2 ? Int64(parts[1]) ?? 0 : 0)
        }
        if watched.isEmpty { step = .list }
    }

    private var cursor: String { ([step.rawValue] + watched.map(\.text)).joined(separator: " ") }

    func path(limit: Int) -> String {
        switch step {
        case .list: MastodonConnector.notifications(limit: limit)
        case .check: "/api/v1/statuses?" + watched.map { "id%5B%5D=" + $0.id.percentEncoded }.joined(separator: "&")
        }
    }

    /// Reads the answer to the present step and moves on to the next.
    func page(_ body: Data, channel: Channel) throws(DecodingFailure) -> Page {
        var next = self
        let decoded =
            switch step {
            case .list: try next.list(body, channel: channel)
            case .check: try next.check(body, channel: channel)
            }
        return Page(decoded: decoded, cursor: next.cursor == cursor ? nil : next.cursor, hasMore: false)
    }

    private mutating func list(_ body: Data, channel: Channel) throws(DecodingFailure) -> Decoded {
        let notifications = try MastodonConnector.read([Lenient<Notification>].self, from: body)
        let home = HomeServer(channel)
        let limit = Setting.recheck.value(in: channel) ?? Setting.recheck.range.upperBound
        var decoded = Decoded()
        var fresh: [Watched] = []
        for case .read(let notification) in notifications {
            guard let status = notification.status, !home.isOurs(id: status.account.id.text, acct: status.account.acct),
                status.createdAt >= channel.backfillFloor ?? status.createdAt,
                !fresh.contains(where: { $0.id == status.id.text })
            else { continue }
            fresh.append(note(status, in: &decoded, on: home))
        }
        fresh += watched.filter { old in !fresh.contains { $0.id == old.id } }
        watched = Array(fresh.prefix(limit))
        if watched.allSatisfy({ $0.id.allSatisfy(\.isWholeNumber) }), !watched.isEmpty { step = .check }
        return decoded
    }

    private mutating func check(_ body: Data, channel: Channel) throws(DecodingFailure) -> Decoded {
        let statuses = try MastodonConnector.read([Lenient<Status>].self, from: body)
        let network = MastodonConnector.network
        var decoded = Decoded()
        var found: [String: Status] = [:]
        for case .read(let status) in statuses { found[status.id.text] = status }
        // A post that cannot be read is there; without knowing which one, nothing counts as gone.
        let isComplete = found.count == statuses.count
        watched = watched.compactMap { old in
            if let status = found[old.id] { return note(status, in: &decoded, on: HomeServer(channel)) }
            guard isComplete else { return old }
            decoded.items.append(Inbound(network: network, change: .delete(id: old.id, at: nil)))
            return nil
        }
        step = .list
        return decoded
    }

    /// Tells of an edit that was not seen before.
    private func note(_ status: Status, in decoded: inout Decoded, on home: HomeServer) -> Watched {
        let edited = status.editedAt?.milliseconds ?? 0
        let known = watched.first { $0.id == status.id.text }?.edited ?? 0
        if edited > known { decoded.items.append(status.edit(on: home)) }
        return Watched(id: status.id.text, edited: max(edited, known))
    }
}
