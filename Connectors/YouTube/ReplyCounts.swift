import HarkCore

/// How many answers the newest threads had when they were last looked at, and which threads have grown since:
/// `Ugx=3 Ugy=0|Ugz Ugw@token`.
struct ReplyCounts: CustomStringConvertible {
    struct Waiting: Hashable {
        var thread: String
        /// The page of answers to ask for; nil for the first.
        var token: String?
    }

    private var counts: [(thread: String, count: Int64)] = []
    /// Threads whose answers are to be read, in order.
    private(set) var waiting: [Waiting] = []

    init(_ cursor: String?) {
        let halves = (cursor ?? "").split(separator: "|", omittingEmptySubsequences: false)
        for pair in halves.first?.split(separator: " ") ?? [] {
            let parts = pair.split(separator: "=")
            if parts.count == 2, let count = Int64(parts[1]) { counts.append((String(parts[0]), count)) }
        }
        for entry in halves.dropFirst().first?.split(separator: " ") ?? [] {
            let parts = entry.split(separator: "@", maxSplits: 1)
            waiting.append(
                Waiting(thread: String(parts[0]), token: parts.count == 2 ? String(parts[1]).percentDecoded : nil)
            )
        }
    }

    var description: String {
        counts.map { "\($0.thread)=\($0.count)" }.joined(separator: " ") + "|"
            + waiting.map { $0.thread + ($0.token.map { "@" + $0.percentEncoded } ?? "") }.joined(separator: " ")
    }

    /// Takes the threads of a page: those that have more answers than before, and more than came along, wait.
    mutating func compare(_ list: CommentList) {
        let known = Dictionary(counts.map { ($0.thread, $0.count) }) { first, _ in first }
        counts = []
        for case .read(.thread(let thread)) in list.items ?? [] {
            let count = thread.snippet.totalReplyCount?.integer ?? 0
            counts.append((thread.id.text, count))
            let shown = Int64(thread.replies?.comments.count ?? 0)
            if count > shown, count > known[thread.id.text] ?? 0 { waiting.append(Waiting(thread: thread.id.text)) }
        }
    }

    /// The first waiting thread's page was read.
    mutating func read(next token: String?) {
        guard let first = waiting.first else { return }
        if let token, token != first.token { waiting[0].token = token } else { waiting.removeFirst() }
    }
}
