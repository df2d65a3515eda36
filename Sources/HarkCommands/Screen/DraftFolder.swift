import Foundation
import HarkCore
import HarkScreen

/// Drafts as files that only their writer can read, a folder a server: neither a crash nor a lost server takes them.
struct DraftFolder: DraftShelf {
    private let folder: URL

    /// The folder for a server's drafts, in the state folder of the person.
    init(environment: [String: String], server: String) {
        let home = environment["HOME"] ?? NSTemporaryDirectory()
        let state = environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home + "/.local/state"
        let host = String(server.drop { $0 != "/" }.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })
        folder = URL(filePath: state).appending(path: "hark/drafts/" + host.trimmingCharacters(in: ["-"]))
    }

    func drafts() -> [KeptDraft] {
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.compactMap { file in
            let parts = file.lastPathComponent.split(separator: ".")
            guard parts.count == 3, parts[2] == "txt", let number = Int64(parts[0]),
                let text = try? String(contentsOf: file, encoding: .utf8)
            else { return nil }
            return KeptDraft(conversation: number, isNote: parts[1] == "note", text: text)
        }
    }

    func keep(_ draft: KeptDraft) {
        let kind = draft.isNote ? "note" : "reply"
        let file = folder.appending(path: "\(draft.conversation).\(kind).txt")
        guard !draft.text.isEmpty else {
            try? FileManager.default.removeItem(at: file)
            return
        }
        let private700: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: private700)
        try? Data(draft.text.utf8).write(to: file, options: .atomic)
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
    }
}
