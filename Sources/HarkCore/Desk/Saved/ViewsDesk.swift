/// Saved views: queries with a name, one's own or everybody's.
public protocol ViewsDesk: Sendable {
    /// The caller's own views and those that others share, by name. An own view hides a shared one of its name.
    func views() async throws -> [SavedView]

    /// Keeps a view under the caller's name; one of the same name is replaced. The query must be readable.
    func saveView(_ command: SaveViewCommand) async throws -> SavedView

    /// Removes one of the caller's own views.
    func removeView(_ name: String) async throws
}

/// A query with a name.
public struct SavedView: Sendable, Hashable, Codable {
    /// The view's number.
    public var id: Int64
    /// The view's name, unique for its owner.
    public var name: String
    /// The query, with its order.
    public var query: String
    /// Who made it.
    public var owner: String
    /// Whether everybody sees it.
    public var isShared: Bool

    /// A query with a name.
    public init(id: Int64, name: String, query: String, owner: String, isShared: Bool) {
        self.id = id
        self.name = name
        self.query = query
        self.owner = owner
        self.isShared = isShared
    }

    private enum CodingKeys: String, CodingKey {
        case id
        case name
        case query
        case owner
        case isShared = "shared"
    }
}

/// A view to keep.
public struct SaveViewCommand: Sendable, Hashable, Codable {
    /// The view's name: letters, digits, - _ .
    public var name: String
    /// The query, with its order.
    public var query: String
    /// Whether everybody sees it.
    public var isShared: Bool

    /// A view to keep.
    public init(name: String, query: String, isShared: Bool = false) {
        self.name = name
        self.query = query
        self.isShared = isShared
    }

    private enum CodingKeys: String, CodingKey {
        case name
        case query
        case isShared = "shared"
    }
}
