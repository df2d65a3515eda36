/// A whole picture: the cells, and where the cursor stands if it is shown.
struct Frame: Sendable, Hashable {
    var grid: Grid
    var cursor: Position?

    /// A place on the screen, counted from 0.
    struct Position: Sendable, Hashable {
        var row: Int
        var column: Int
    }
}
