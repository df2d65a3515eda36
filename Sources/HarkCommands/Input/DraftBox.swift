import Foundation
import HarkCore

/// A reply that did not leave yet. Kept on this machine until it does.
struct StoredDraft: Codable, Equatable {
    /// The conversation's number.
    var conversation: Int64
    /// The text.
    var text: String
    /// How it is to be sent.
    var details: Details

    /// How a draft is to be sent.
    struct Details: Codable, Equatable {
        /// The state afterwards.
        var then = Conversation.State.pending
        /// Makes sending it twice harmless.
        var key = StoredDraft.freshKey()
        /// When it was last kept; nil when the full screen kept it.
        var savedAt: Instant?
        /// Why it did not leave.
        var reason: String?

        private enum CodingKeys: String, CodingKey {
            case then
            case key
            case savedAt = "saved_at"
            case reason
        }
    }

    private static func freshKey() -> String {
        String(UInt64.random(in: 1 << 60 ... .max), radix: 16) + String(UInt64.random(in: 1 << 60 ... .max), radix: 16)
    }
}

/// Drafts, and which event of each conversation was last seen, in `~/.local/state/hark`, a folder a server: they survive
/// crashes, conflicts and a lost network. The full-screen inbox keeps its drafts in the same files.
struct DraftBox: Sendable {
    private let folder: String
    private let surroundings: Surroundings

    /// The box for a server's drafts.
    init(server: String, _ surroundings: Surroundings) {
        self.surroundings = surroundings
        let host = server.drop { $0 != "/" }.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
        folder =
            Self.stateFolder(surroundings.environment) + "/drafts/" + String(host).trimmingCharacters(in: ["-"])
    }

    private static func stateFolder(_ environment: [String: String]) -> String {
        if let folder = environment["XDG_STATE_HOME"], !folder.isEmpty { return folder + "/hark" }
        return (environment["HOME"] ?? "") + "/.local/state/hark"
    }

    /// Where the text stands while it is being edited, so that a crash of the editor loses nothing.
    func editingPath(_ id: Conversation.ID) -> String { folder + "/\(id).reply.edit" }

    private func textPath(_ id: Conversation.ID) -> String { folder + "/\(id).reply.txt" }
    private func detailPath(_ id: Conversation.ID) -> String { folder + "/\(id).reply.json" }

    /// Keeps a draft; one of the same conversation is replaced.
    func save(_ draft: StoredDraft) throws {
        let id = Conversation.ID(draft.conversation)
        let details = try JSONOutput.line(draft.details) + "\n"
        try surroundings.files.write(textPath(id), draft.text)
        try surroundings.files.write(detailPath(id), details)
    }

    /// A conversation's draft.
    func draft(of id: Conversation.ID) -> StoredDraft? {
        guard let text = try? surroundings.readFile(textPath(id)), !text.isEmpty else { return nil }
        let details = (try? surroundings.readFile(detailPath(id))).flatMap {
            try? JSONDecoder().decode(StoredDraft.Details.self, from: Data($0.utf8))
        }
        return StoredDraft(conversation: id.rawValue, text: text, details: details ?? StoredDraft.Details())
    }

    /// Every draft, by conversation.
    func all() -> [StoredDraft] {
        surroundings.files.list(folder).compactMap { name in
            guard name.hasSuffix(".reply.txt"), let number = Int64(name.dropLast(10)) else { return nil }
            return draft(of: .init(number))
        }.sorted { $0.conversation < $1.conversation }
    }

    /// Forgets a conversation's draft.
    func remove(_ id: Conversation.ID) {
        for path in [textPath(id), detailPath(id), editingPath(id)] { surroundings.files.remove(path) }
    }

    /// The last event of a conversation that was shown here.
    func seen(_ id: Conversation.ID) -> Int64? { sights[String(id.rawValue)] }

    /// Notes the last event that was shown; only the newest 500 conversations are remembered.
    func note(seen event: Int64, of id: Conversation.ID) {
        var sights = sights
        sights[String(id.rawValue)] = event
        if sights.count > 500, let floor = sights.values.sorted().dropFirst(sights.count - 500).first {
            sights = sights.filter { $0.value >= floor }
        }
        guard let data = try? JSONEncoder().encode(sights) else { return }
        try? surroundings.files.write(folder + "/seen.json", String(decoding: data, as: UTF8.self) + "\n")
    }

    private var sights: [String: Int64] {
        guard let text = try? surroundings.readFile(folder + "/seen.json") else { return [:] }
        return (try? JSONDecoder().decode([String: Int64].self, from: Data(text.utf8))) ?? [:]
    }
}
