import HarkCore

/// Where the reading of a server's threads stands. The list of active threads names the newest message of each, so only
/// threads with news are asked, one after another.
///
/// Written as `5@70 6@80>90`: thread 5 is read up to message 70; thread 6 up to 80, and 90 is its newest.
struct DiscordThreads: CustomStringConvertible {
    /// A thread, how far it is read, and how far it goes.
    struct Place {
        var thread: UInt64
        var read: UInt64
        var newest: UInt64

        var isWaiting: Bool { newest > read }
    }

    /// Remembered longer than they are active: a thread that was at rest may come back.
    private static let most = 200

    private var places: [Place] = []

    init(_ cursor: String?) {
        places = (cursor ?? "").split(separator: " ").compactMap { word in
            let parts = word.split { $0 == "@" || $0 == ">" }.map { UInt64($0) }
            guard parts.count >= 2, let thread = parts[0], let read = parts[1] else { return nil }
            return Place(thread: thread, read: read, newest: parts.count > 2 ? parts[2] ?? read : read)
        }
    }

    var description: String {
        places.map { "\($0.thread)@\($0.read)" + ($0.isWaiting ? ">\($0.newest)" : "") }.joined(separator: " ")
    }

    /// The next thread to ask.
    var waiting: Place? { places.first(where: \.isWaiting) }

    /// Takes the list of active threads in: those under the given channels, from the floor on where they are new.
    mutating func list(_ threads: [DiscordThread], under parents: Set<String>, floor: UInt64) {
        var active: [Place] = []
        for thread in threads {
            guard let id = thread.id.flatMap({ UInt64($0.text) }), parents.contains(thread.parent_id?.text ?? ""),
                let newest = thread.last_message_id.flatMap({ UInt64($0.text) })
            else { continue }
            // What is said in a thread is younger than the thread.
            let read = places.first { $0.thread == id }?.read ?? max(id, floor)
            active.append(Place(thread: id, read: read, newest: max(newest, read)))
        }
        let resting = places.filter { old in !active.contains { $0.thread == old.thread } }
        places = Array((active + resting).prefix(max(Self.most, active.count)))
    }

    /// The waiting thread was read up to a message; `isDone` when it has no more.
    mutating func read(upTo newest: UInt64?, isDone: Bool) {
        guard let index = places.firstIndex(where: \.isWaiting) else { return }
        places[index].read = max(places[index].read, newest ?? 0)
        // The newest message of the list may have been deleted since.
        places[index].newest = isDone ? places[index].read : max(places[index].newest, places[index].read + 1)
    }

    /// The waiting thread cannot be read; it is asked again when it has news.
    mutating func skip() {
        guard let index = places.firstIndex(where: \.isWaiting) else { return }
        places[index].read = places[index].newest
    }
}

/// A thread as the list of active ones shows it.
struct DiscordThread: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var parent_id: TextID?
    @Tolerated var last_message_id: TextID?
}

/// What is active on a server.
struct DiscordThreadList: Decodable, Sendable {
    var threads: [Lenient<DiscordThread>]
}
