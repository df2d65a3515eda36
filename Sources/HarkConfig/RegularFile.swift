import Foundation

/// Reads ordinary files and nothing else: no folder, no device that never ends, no file beyond a size.
enum RegularFile {
    /// Why a file was not read: a sentence without its subject.
    struct Refusal: Error {
        let reason: String
    }

    static func read(_ path: String, atMost largest: Int) -> Result<Data, Refusal> {
        let manager = FileManager.default
        let resolved = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        guard let attributes = try? manager.attributesOfItem(atPath: resolved) else {
            return .failure(Refusal(reason: "does not exist or may not be looked at"))
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            return .failure(Refusal(reason: "is no regular file"))
        }
        guard let handle = FileHandle(forReadingAtPath: resolved) else {
            return .failure(Refusal(reason: "may not be read; check its permissions"))
        }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: largest + 1) ?? Data() else {
            return .failure(Refusal(reason: "cannot be read"))
        }
        guard data.count <= largest else {
            return .failure(Refusal(reason: "is larger than \(largest / 1024) kB"))
        }
        return .success(data)
    }
}
