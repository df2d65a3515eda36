import Foundation

extension LocalFiles {
    /// This machine's disk.
    static let live = LocalFiles(
        write: { path, text in
            let url = URL(filePath: path)
            let manager = FileManager.default
            try manager.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try Data(text.utf8).write(to: url, options: .atomic)
            try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        },
        list: { (try? FileManager.default.contentsOfDirectory(atPath: $0)) ?? [] },
        remove: { try? FileManager.default.removeItem(atPath: $0) }
    )
}
