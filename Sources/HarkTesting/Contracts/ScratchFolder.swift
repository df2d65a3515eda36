public import Foundation

/// A folder of its own for a test, gone when the test is.
public final class ScratchFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes a fresh folder in the temporary directory.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hark-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// The path of a file inside.
    public func path(_ name: String) -> String { url.appending(path: name).path }

    deinit { try? FileManager.default.removeItem(at: url) }
}
