import Foundation
public import HarkCore

/// Tokens that renew themselves, a file a channel in a folder that only this user may enter.
///
/// They stand beside the database and not in it, so that a copy of the database gives nobody access to the accounts.
public struct GrantFolder: GrantStore {
    private let path: String

    /// The folder; made when the first grant is kept.
    public init(path: String) { self.path = path }

    /// The usual place: `grants` beside the database.
    public init(besideDatabase database: String) {
        path = URL(filePath: database).deletingLastPathComponent().appending(path: "grants").path(percentEncoded: false)
    }

    /// The grant of a channel; nil when there is none.
    public func grant(of channel: Channel.ID) throws -> Grant? {
        guard let data = FileManager.default.contents(atPath: file(of: channel)) else { return nil }
        do {
            return try JSONDecoder().decode(Grant.self, from: data)
        } catch {
            throw Failure(
                .badConfiguration,
                "the tokens of channel \(channel) cannot be read; remove \(file(of: channel)) and connect it again"
            )
        }
    }

    /// Keeps a grant: written whole beside the old one, on disk, then put in its place.
    public func keep(_ grant: Grant, of channel: Channel.ID) throws {
        let place = file(of: channel)
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            try write(try encoder.encode(grant), to: place + ".new")
            guard rename(place + ".new", place) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            throw Failure(.storage, "the tokens of channel \(channel) cannot be kept in \(path); check its permissions")
        }
    }

    private func write(_ data: Data, to file: String) throws {
        try? FileManager.default.removeItem(atPath: file)
        guard FileManager.default.createFile(atPath: file, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw CocoaError(.fileWriteNoPermission) }
        try handle.write(contentsOf: data)
        try handle.synchronize()
        try handle.close()
    }

    /// A channel's name holds only letters that are safe in a file's; whatever else came in is written as numbers.
    private func file(of channel: Channel.ID) -> String { "\(path)/\(channel.rawValue.percentEncoded).json" }
}
