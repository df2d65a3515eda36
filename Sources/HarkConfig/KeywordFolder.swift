import Foundation
public import HarkCore

/// Reads the folder of keyword tables into a model.
public enum KeywordFolder {
    /// Which packs take part.
    public enum Packs: Sendable {
        /// All in the folder `packs`.
        case all
        /// These alone.
        case only([String])
    }

    /// Reads every table; throws a ``Failure`` that names each bad row of each table by file and line.
    public static func load(_ path: String) throws(Failure) -> KeywordModel {
        KeywordModel(try tables(path))
    }

    /// The tables themselves: those every folder has, the optional ones that are there, and packs.
    public static func tables(_ path: String, packs: Packs = .all) throws(Failure) -> [KeywordTable] {
        var tables: [KeywordTable] = []
        var problems = strangers(in: path)
        let optional = KeywordTable.optionalFiles.filter { FileManager.default.fileExists(atPath: path + "/" + $0) }
        for file in KeywordTable.files + optional + files(of: packs, in: path) {
            do {
                tables.append(try KeywordTable.parse(try TextFile.read(path + "/" + file, as: file), file: file))
            } catch {
                problems += error.problems
            }
        }
        guard problems.isEmpty else {
            let count = problems.count == 1 ? "one mistake" : "\(problems.count) mistakes"
            throw Failure(.badConfiguration, "the keyword tables in \(path) have \(count)", problems: problems)
        }
        return tables
    }

    private static func files(of packs: Packs, in path: String) -> [String] {
        switch packs {
        case .only(let names): return names.map { "packs/\($0).tsv" }
        case .all:
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/packs")) ?? []
            return names.filter { $0.hasSuffix(".tsv") }.sorted().map { "packs/" + $0 }
        }
    }

    /// Tables whose names nothing reads: most likely a typing mistake.
    private static func strangers(in path: String) -> [Failure.Problem] {
        let known = KeywordTable.files + KeywordTable.optionalFiles + KeywordTable.companions
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".tsv") && !known.contains($0) }.sorted().map { name in
            .init(pointer: "\(name):1", detail: "unknown table" + Suggestion.text(for: name, among: known))
        }
    }
}
