public import Foundation

/// Recorded payloads of real providers, with an independent reading of them. They are no part of the project.
public struct PayloadFolder: Sendable {
    /// Where they lie: the folder of `EXPECTED.jsonl`.
    public var url: URL

    /// Payloads in a folder.
    public init(_ url: URL) { self.url = url }

    /// The payloads beside the project: `HARK_SHARED` names the folder around them, by default `../shared`.
    ///
    /// - Parameter package: The project's own folder.
    /// - Returns: The payloads' folder, which may not exist.
    public static func beside(package: URL) -> PayloadFolder {
        let shared = ProcessInfo.processInfo.environment["HARK_SHARED"].map { URL(filePath: $0) }
        return PayloadFolder((shared ?? package.appending(path: "../shared")).appending(path: "payloads"))
    }

    /// Whether there are any.
    public var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// What is expected, a file each, in the oracle's order; empty without an oracle.
    func expectations() throws -> [Expectation] {
        guard let data = try? Data(contentsOf: url.appending(path: "EXPECTED.jsonl")) else { return [] }
        return try data.split(separator: UInt8(ascii: "\n")).map { line in
            Expectation(try JSONDecoder().decode([String: JSONValue].self, from: Data(line)))
        }
    }

    /// Every file in it, by its path inside.
    func files() -> [String] {
        (FileManager.default.subpaths(atPath: url.path) ?? []).filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue
        }
        .sorted()
    }

    /// The bytes of a file.
    func bytes(of file: String) throws -> [UInt8] { Array(try Data(contentsOf: url.appending(path: file))) }

    /// Why a file holds no payload: it is a schema, a note or a list; nil for a payload.
    static func reasonForNoPayload(_ file: String) -> String? {
        let parts = file.lowercased().split(separator: "/").map(String.init)
        let name = parts.last ?? ""
        if parts.count == 1 { return "about the folder" }
        if name == "source" || name.hasPrefix("readme") || name.hasSuffix(".md") || name.hasPrefix("index") {
            return "note"
        }
        if parts.contains("vectors") { return "signature vectors" }
        let isSchema =
            name.contains("openapi") || name.contains("schema") || name == "api.min.json" || name.hasSuffix(".yml")
            || parts.contains { ["lexicons", "spec-openapi"].contains($0) }
        return isSchema ? "schema" : nil
    }
}
