import Foundation

/// Data that lies beside the project and is never part of it. Tests that want it say so and are skipped without it.
enum ReferenceData {
    static func file(_ name: String) -> String? {
        let root = ProcessInfo.processInfo.environment["HARK_SHARED"] ?? "../shared"
        let path = root + "/" + name
        return FileManager.default.fileExists(atPath: path) ? path : nil
    }
}
