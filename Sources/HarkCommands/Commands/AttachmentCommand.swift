import ArgumentParser
import Foundation
import HarkCore

struct AttachmentCommand: DeskAction {
    static let configuration = CommandConfiguration(
        commandName: "attachment",
        abstract: "List what came with a conversation's messages, or fetch one of it into a file.",
        discussion: """
            Attachments are fetched from the network when you ask, up to 25 MB, and kept nowhere else. A stranger sent \
            them: look before you open.

            Example:
              hark attachment 42
            """
    )

    @Argument(help: ArgumentHelp("The conversation's number.", valueName: "id"), transform: ConversationNumber.read)
    var id: Conversation.ID

    @Argument(help: ArgumentHelp("Which one; left out, all are listed.", valueName: "number"))
    var number: Int?

    @Option(help: ArgumentHelp("The file to write; it must not exist yet.", valueName: "path"))
    var file: String?

    @OptionGroup var options: ClientOptions

    func run(_ session: Session) async throws -> ExitStatus {
        guard let number else { return try await list(session) }
        let content = try await session.desk.attachment(number, of: id)
        let path = file ?? Self.fileName(content.attachment, number: number)
        guard !FileManager.default.fileExists(atPath: path) else {
            throw Failure(.conflict, "\(TerminalText.line(path)) exists already; name another file with --file")
        }
        do {
            try Data(content.bytes).write(to: URL(filePath: path), options: .withoutOverwriting)
        } catch {
            throw Failure(.unprocessable, "cannot write \(TerminalText.line(path)); name another file with --file")
        }
        session.console.data("\(TerminalText.line(path)) \(content.bytes.count) bytes\n")
        return .done
    }

    private func list(_ session: Session) async throws -> ExitStatus {
        let all = try await session.desk.conversation(id).messages.flatMap(\.attachments)
        if session.console.isJSON {
            try session.console.json(all)
            return .done
        }
        for (index, attachment) in all.enumerated() {
            let size = attachment.size.map { "\($0) bytes" } ?? ""
            let words = [
                attachment.kind.rawValue, attachment.name ?? attachment.note ?? "", attachment.mediaType ?? "", size,
            ]
            let line = words.filter { !$0.isEmpty }.map { TerminalText.line($0) }.joined(separator: "  ")
            session.console.data("\(index + 1)  \(line)\n")
        }
        return .done
    }

    /// The sender's name for it, without anything that leads to another folder, hides the file or turns its name around.
    static func fileName(_ attachment: Attachment, number: Int) -> String {
        let last = (attachment.name ?? "").split { "/\\".contains($0) }.last.map(String.init) ?? ""
        let safe = last.unicodeScalars.map { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || " -_.()".unicodeScalars.contains(scalar)
                ? Character(scalar) : "_"
        }
        let name = String(safe.suffix(100)).trimmingCharacters(in: .whitespaces)
        return name.isEmpty || name.hasPrefix(".") ? "attachment-\(number)\(name)" : name
    }
}
