import Foundation
import HarkCore

/// Reads the folder of canned texts: `hello.txt` for any language, `hello.de.txt` for one.
struct CannedFolder {
    /// A text beyond this is no answer.
    private static let largest = 20_000

    let findings: Findings

    /// The texts of a folder, by name and language; none where there is no folder.
    func texts(in folder: String) -> [CannedText] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return files.filter { !$0.hasPrefix(".") && $0 != "README.md" }.sorted().compactMap { file in
            text(file, at: folder + "/" + file)
        }
    }

    private func text(_ file: String, at path: String) -> CannedText? {
        let source = "canned/" + file
        let parts = file.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.last == "txt", (2...3).contains(parts.count), Self.isName(parts[0]) else {
            findings.add(source, 1, "a canned text is called name.txt, or name.de.txt for one language")
            return nil
        }
        let language = parts.count == 3 ? Language(rawValue: parts[1]) : nil
        guard parts.count == 2 || language != nil else {
            let known = Language.allCases.map(\.rawValue)
            findings.add(
                source,
                1,
                "“\(parts[1].shortened)” is no language" + Suggestion.text(for: parts[1], among: known)
            )
            return nil
        }
        guard let words = content(path, source) else { return nil }
        let text = CannedText(name: parts[0], language: language, text: words, source: source)
        for unknown in text.unknownPlaceholders {
            let known = CannedText.Placeholder.allCases.map(\.rawValue)
            let hint = Suggestion.text(for: unknown.word, among: known)
            findings.add(source, unknown.line, "unknown placeholder {\(unknown.word)}" + hint)
        }
        return text
    }

    private func content(_ path: String, _ source: String) -> String? {
        switch RegularFile.read(path, atMost: Self.largest) {
        case .failure(let refusal):
            findings.add(source, 1, "the file \(refusal.reason)")
            return nil
        case .success(let data):
            let text = String(validating: data, as: UTF8.self)?.trimmingCharacters(in: .whitespacesAndNewlines)
            guard let text, !text.isEmpty else {
                findings.add(source, 1, "the file has no text in UTF-8")
                return nil
            }
            return text
        }
    }

    private static func isName(_ name: String) -> Bool {
        (1...64).contains(name.utf8.count) && name.allSatisfy { $0.isLetter || $0.isNumber || "-_".contains($0) }
    }
}
