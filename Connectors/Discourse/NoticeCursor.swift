import HarkCore

/// Where the gathering of notices stands: the sweep through their list, the posts they announced that are yet to be
/// fetched, and those fetched lately, which the sweep's overlap meets again. Written as `sweep;waiting;fetched`.
struct NoticeCursor: CustomStringConvertible {
    private static let remembered = 200

    var sweep: Sweep
    private(set) var waiting: [Announced]
    private(set) var fetched: [String]

    init(_ cursor: String?) {
        let parts = (cursor ?? "").split(separator: ";", omittingEmptySubsequences: false)
        sweep = Sweep(parts.first.map(String.init))
        waiting = parts.count == 3 ? parts[1].split(separator: ",").map { Announced($0) } : []
        fetched = parts.count == 3 ? parts[2].split(separator: ",").map(String.init) : []
    }

    var description: String {
        "\(sweep);\(waiting.map(\.text).joined(separator: ","));\(fetched.joined(separator: ","))"
    }

    /// Posts that a page announced, oldest first.
    mutating func announce(_ posts: [Announced]) {
        for post in posts where !fetched.contains(post.post) && !waiting.contains(where: { $0.post == post.post }) {
            waiting.append(post)
        }
    }

    /// The first waiting post was fetched, or is gone.
    mutating func settle() {
        guard !waiting.isEmpty else { return }
        fetched = Array((fetched + [waiting.removeFirst().post]).suffix(Self.remembered))
    }
}
