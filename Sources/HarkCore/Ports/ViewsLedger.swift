/// What the store remembers of saved views, inside a transaction.
public protocol ViewsLedger {
    /// Keeps a view; one of the same owner and name is replaced. Returns it with its number.
    func save(_ view: SavedView, at: Instant) throws -> SavedView
    /// Removes a view of an owner; false when there is none.
    func removeView(named name: String, of owner: String) throws -> Bool
}
