import Foundation
import HarkCore

/// Where the reading of an account stands. Stored as JSON.
///
/// A sync that is too long tells only the newest events of a room. Its hole is remembered with the position, and filled
/// from the old position on before anything newer is asked for: so each event comes once, and in order.
struct MatrixCursor: Codable, Hashable {
    /// A stretch of a room that is still to be read.
    struct Gap: Codable, Hashable {
        var room: String
        /// Empty for the room's beginning.
        var from: String
        var to: String
        /// The last answer began elsewhere; it is asked for once more.
        var isDoubted: Bool?
    }

    /// What is to be done next.
    enum Step: Hashable {
        case fill(Gap)
        case join(String)
        case sync(since: String?)
    }

    /// The server's name for the position; nil at the beginning.
    var since: String?
    var gaps: [Gap] = []
    /// Invitations to accept.
    var joins: [String] = []
    /// The position before the invitation, by room: what was said before we joined is read too.
    var invited: [String: String] = [:]
    /// Rooms that are a conversation with one person.
    var direct: [String] = []

    /// The beginning.
    init() {}

    init(_ text: String?) {
        guard let text, let known = try? JSONDecoder().decode(MatrixCursor.self, from: Data(text.utf8)) else { return }
        self = known
    }

    /// The text that is stored.
    var text: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }

    var step: Step {
        if let gap = gaps.first { return .fill(gap) }
        if let room = joins.first { return .join(room) }
        return .sync(since: since)
    }

    /// Remembers that a room is a conversation with one person.
    mutating func note(direct rooms: some Sequence<String>) {
        direct = Set(direct).union(rooms).sorted()
    }
}
