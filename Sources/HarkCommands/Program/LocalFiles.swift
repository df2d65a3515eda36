/// The files of the person's own that commands keep: drafts, what was seen.
struct LocalFiles: Sendable {
    /// Writes a file that only the person can read, with the folders above it; whole or not at all.
    var write: @Sendable (_ path: String, _ text: String) throws -> Void
    /// The names in a folder; none when there is no folder.
    var list: @Sendable (_ folder: String) -> [String]
    /// Removes a file, if it is there.
    var remove: @Sendable (_ path: String) -> Void
}
