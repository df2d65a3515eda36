import Foundation
public import HarkCore

/// Reads the folder of keyword tables into a model.
public enum KeywordFolder {
    /// Tables beyond this are not edited by people.
    private static let largest = 4_194_304

    /// Reads every table; throws a ``Failure`` that names each bad row of each table by file and line.
    public static func load(_ path: String) throws(Failure) -> KeywordModel {
        var tables: [KeywordTable] = []
        var problems = strangers(in: path)
        for file in KeywordTable.files {
            switch RegularFile.read(path + "/" + file, atMost: largest) {
            case .failure(let refusal):
                problems.append(.init(pointer: "\(file):1", detail: "the table \(refusal.reason)"))
            case .success(let data):
                guard let text = String(validating: data, as: UTF8.self) else {
                    problems.append(.init(pointer: "\(file):1", detail: "the table is not UTF-8; save it as UTF-8"))
                    continue
                }
                do {
                    tables.append(try KeywordTable.parse(text, file: file))
                } catch {
                    problems += error.problems
                }
            }
        }
        guard problems.isEmpty else {
            let count = problems.count == 1 ? "one mistake" : "\(problems.count) mistakes"
            throw Failure(.badConfiguration, "the keyword tables in \(path) have \(count)", problems: problems)
        }
        return KeywordModel(tables)
    }

    /// Tables whose names nothing reads: most likely a typing mistake.
    private static func strangers(in path: String) -> [Failure.Problem] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".tsv") && !KeywordTable.files.contains($0) }.sorted().map { name in
            .init(
                pointer: "\(name):1",
                detail: "unknown table" + Suggestion.text(for: name, among: KeywordTable.files)
            )
        }
    }
}
