import HarkCore

/// What stands on a fake server: posts, our notifications, what we posted. Ids are numbers that grow.
struct FakeFediverseTimeline {
    struct Note {
        var id: Int
        var type: String
        var post: Int
    }

    let owner: String
    private(set) var posts: [Int: FakeFediversePost] = [:]
    private(set) var notes: [Note] = []
    private(set) var posted: [FakeFediverse.Posted] = []
    private var people: [String: Int] = [:]
    private var last = 100

    init(owner: String) {
        self.owner = owner
        people[owner] = 1
    }

    private mutating func nextID() -> Int {
        last += 1
        return last
    }

    mutating func add(by name: String, _ text: String, visibility: String, parent: String?, at instant: Instant)
        -> String
    {
        let id = nextID()
        let author = people[name] ?? people.count + 1
        people[name] = author
        posts[id] = FakeFediversePost(
            id: String(id),
            createdAt: instant,
            text: text,
            visibility: visibility,
            parent: parent,
            account: FakeFediverseAccount(id: String(author), acct: name),
            owner: owner
        )
        return String(id)
    }

    mutating func notify(_ type: String, of post: String) {
        guard let post = Int(post) else { return }
        notes.append(Note(id: nextID(), type: type, post: post))
    }

    mutating func edit(_ id: String, _ text: String, at instant: Instant) {
        guard let id = Int(id) else { return }
        posts[id]?.text = text
        posts[id]?.editedAt = instant
    }

    mutating func delete(_ id: String) {
        guard let id = Int(id) else { return }
        posts[id] = nil
        notes.removeAll { $0.post == id }
    }

    /// Our own post; the same Idempotency-Key gives the same post again.
    mutating func post(_ text: String, visibility: String, parent: String?, key: String?) -> FakeFediversePost? {
        if let key, let earlier = posted.first(where: { $0.idempotencyKey == key }) {
            return posts[Int(earlier.id) ?? 0]
        }
        if let parent, posts[Int(parent) ?? 0] == nil { return nil }
        let id = add(by: owner, text, visibility: visibility, parent: parent, at: .present)
        posted.append(.init(id: id, text: text, inReplyTo: parent, visibility: visibility, idempotencyKey: key))
        return posts[Int(id) ?? 0]
    }

    /// Another text for our own post; nil for everybody else's.
    mutating func change(_ id: String, _ text: String) -> FakeFediversePost? {
        guard let number = posted.firstIndex(where: { $0.id == id }) else { return nil }
        posted[number].text = text
        edit(id, text, at: .present)
        return posts[Int(id) ?? 0]
    }

    /// A page of notifications, newest first as servers list them.
    ///
    /// `min` gives the page right after an id, `since` the newest page after it, `max` what is before it.
    func page(types: [String], min: Int?, since: Int?, max: Int?, limit: Int) -> [Note] {
        let wanted = notes.filter { note in
            (types.isEmpty || types.contains(note.type)) && note.id > Swift.max(min ?? 0, since ?? 0)
                && note.id < max ?? .max
        }
        return min == nil ? wanted.suffix(limit).reversed() : wanted.prefix(limit).reversed()
    }
}
