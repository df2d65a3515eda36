import Foundation
import HarkCore

/// Resolves `env:NAME` and `file:PATH`, the only two ways a secret may stand in a file of the configuration.
struct References {
    /// The folder that relative paths start from.
    let folder: String
    let environment: [String: String]

    /// The credential a value refers to; notes what is missing, and never repeats the value itself.
    func secret(_ name: String, _ item: Item) -> Secret? {
        guard let text = item.text(name) else { return nil }
        if text.hasPrefix("env:") { return variable(String(text.dropFirst(4)), name, item) }
        if text.hasPrefix("file:") { return file(String(text.dropFirst(5)), name, item) }
        item.wrong("“\(name)” holds a secret itself; put it elsewhere and write env:NAME or file:PATH here")
        return nil
    }

    /// An ordinary file from this folder, or absolute, as a whole path.
    func path(_ name: String, _ item: Item) -> String? {
        guard let text = item.text(name) else { return nil }
        let whole = text.hasPrefix("/") ? text : folder + "/" + text
        switch RegularFile.read(whole, atMost: 4_194_304) {
        case .success: return whole
        case .failure(let refusal):
            item.wrong("“\(name)”: the file \(whole) \(refusal.reason)")
            return nil
        }
    }

    private func variable(_ variable: String, _ name: String, _ item: Item) -> Secret? {
        let isName =
            variable.first.map { !$0.isNumber } ?? false
            && variable.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
        guard isName else {
            item.wrong("“\(name)”: after env: stands the name of an environment variable (letters, digits, _)")
            return nil
        }
        guard let value = environment[variable] else {
            item.wrong("“\(name)”: the environment variable \(variable) is not set")
            return nil
        }
        guard !value.isEmpty else {
            item.wrong("“\(name)”: the environment variable \(variable) is empty")
            return nil
        }
        return Secret(value)
    }

    private func file(_ path: String, _ name: String, _ item: Item) -> Secret? {
        let whole = path.hasPrefix("/") ? path : folder + "/" + path
        switch RegularFile.read(whole, atMost: 65_536) {
        case .failure(let refusal):
            item.wrong("“\(name)”: the file \(whole) \(refusal.reason)")
            return nil
        case .success(let data):
            guard let text = String(validating: data, as: UTF8.self) else {
                item.wrong("“\(name)”: the file \(whole) is not UTF-8 text")
                return nil
            }
            let value = text.trimmingCharacters(in: .whitespacesAndNewlines)
            if value.isEmpty { item.wrong("“\(name)”: the file \(whole) is empty") }
            return value.isEmpty ? nil : Secret(value)
        }
    }
}
