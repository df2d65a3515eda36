import HarkCore

/// Where the reading of a mailbox stands: `1795304985 104 120 1795304985000 105,107`, that is the UIDs' validity, the
/// last mail stored, the last one of the search, when the newest arrived, and what the search found and is still to be
/// fetched.
///
/// UIDs mean nothing once their validity has changed; then everything since a little before the newest mail is looked
/// through again, and the mails' own ids tell which are new.
struct MailboxCursor: CustomStringConvertible, Hashable {
    /// How much further back than the newest mail is looked after the UIDs were renumbered: mail may be dated late.
    static let overlap = Span.days(3)
    /// How many mails are fetched at once.
    static let batch = 10
    /// How many found mails a cursor remembers.
    private static let mostPending = 2_000

    /// Nil before the first search.
    var validity: UInt32?
    var last: UInt32 = 0
    var searchedTo: UInt32 = 0
    var newest: Instant?
    var pending: [UInt32] = []

    /// The beginning.
    init() {}

    init(_ text: String?) {
        let words = (text ?? "").split(separator: " ").map(String.init)
        guard words.count >= 4, let validity = UInt32(words[0]), let last = UInt32(words[1]),
            let searchedTo = UInt32(words[2]), let newest = Int64(words[3])
        else {
            if words.count == 2, words[0] == "renumbered", let newest = Int64(words[1]) {
                self.newest = Instant(milliseconds: newest)
            }
            return
        }
        self.validity = validity
        self.last = last
        self.searchedTo = searchedTo
        self.newest = newest == 0 ? nil : Instant(milliseconds: newest)
        pending = words.count > 4 ? words[4].split(separator: ",").compactMap { UInt32($0) } : []
    }

    var description: String {
        let moment = newest?.milliseconds ?? 0
        guard let validity else { return newest == nil ? "" : "renumbered \(moment)" }
        let found = pending.isEmpty ? "" : " " + pending.map { String($0) }.joined(separator: ",")
        return "\(validity) \(last) \(searchedTo) \(moment)" + found
    }

    /// What is to be fetched next.
    var due: [UInt32] { Array(pending.prefix(Self.batch)) }

    /// From when on the mailbox is searched; nil for all of it.
    func begin(floor: Instant?) -> Instant? { newest.map { $0 - Self.overlap } ?? floor }

    /// Where it stands after a search; nil when the UIDs have been renumbered.
    func searched(_ answer: MailboxAnswer) -> MailboxCursor? {
        guard let current = answer.validity, validity == nil || validity == current else { return nil }
        var next = self
        next.validity = current
        // `105:*` gives the last mail even when its number is lower.
        let found = Set(answer.found).filter { $0 > last }.sorted()
        next.pending = Array(found.prefix(Self.mostPending))
        // The first search leaves out what is old; later ones find everything, so that a server that forgets to say
        // what it has is asked for the same again.
        let end = validity == nil && found.count <= Self.mostPending ? answer.next.map { $0 &- 1 } : nil
        next.searchedTo = max(end ?? 0, next.pending.last ?? 0, last)
        if next.pending.isEmpty { next.last = next.searchedTo }
        return next
    }

    /// Where it stands after a fetch of what was due; nil when the UIDs have been renumbered.
    func fetched(_ answer: MailboxAnswer) -> MailboxCursor? {
        guard let current = answer.validity, validity == current else { return nil }
        var next = self
        next.pending = Array(pending.dropFirst(Self.batch))
        next.last = next.pending.isEmpty ? searchedTo : due.last ?? last
        let moments = answer.items.compactMap(\.arrived) + [newest].compactMap(\.self)
        next.newest = moments.max()
        return next
    }

    /// The beginning after the UIDs have been renumbered.
    var renumbered: MailboxCursor {
        var start = MailboxCursor()
        start.newest = newest
        return start
    }
}
