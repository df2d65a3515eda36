import Foundation

/// How long the disk takes to keep its word.
enum DiskProbe {
    private static let writes = 100

    /// The middle time of an fdatasync after 4 KB, in milliseconds.
    static func medianMilliseconds(in folder: String) throws -> Double {
        let path = "\(folder)/hark-bench-\(UUID().uuidString).probe"
        let file = open(path, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        defer {
            close(file)
            unlink(path)
        }
        let page = [UInt8](repeating: 0, count: 4096)
        let times = (0..<writes).map { _ in
            let began = Stopwatch.now
            _ = write(file, page, page.count)
            fdatasync(file)
            return (Stopwatch.now - began) * 1000
        }
        return Figures.median(times)
    }
}
