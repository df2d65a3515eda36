import Foundation
import HarkCore

/// Reads the folder of mail templates; what it does not hold stays as it is built in.
struct TemplatesFolder {
    /// Files beyond this are no mail.
    private static let largest = 262_144

    let path: String
    let findings: Findings

    func templates() -> MailTemplates {
        var templates = MailTemplates.builtIn
        let keys = Dictionary(uniqueKeysWithValues: MailTemplates.Key.all.map { ($0.file, $0) })
        for file in files {
            guard let key = keys[file] else {
                findings.add(name(file), 1, "unknown template" + Suggestion.text(for: file, among: keys.keys.sorted()))
                continue
            }
            guard let text = text(file) else { continue }
            for (line, detail) in templates.read(text, for: key) { findings.add(name(file), line, detail) }
        }
        return templates
    }

    private var files: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted()
    }

    private func name(_ file: String) -> String { "templates/" + file }

    private func text(_ file: String) -> String? {
        switch RegularFile.read(path + "/" + file, atMost: Self.largest) {
        case .failure(let refusal):
            findings.add(name(file), 1, "the file \(refusal.reason)")
            return nil
        case .success(let data):
            guard let text = String(validating: data, as: UTF8.self) else {
                findings.add(name(file), 1, "the file is not UTF-8; save it as UTF-8")
                return nil
            }
            return text.replacing("\r\n", with: "\n")
        }
    }
}
