/// Names that may stand only once, and where each stands first.
struct Taken {
    private let what: String
    private var lines: [String: Int] = [:]

    init(_ what: String) { self.what = what }

    /// Notes a name that is taken already.
    mutating func claim(_ name: String, _ item: Item) {
        if let line = lines[name] {
            item.wrong("the \(what) “\(name.shortened)” stands already in line \(line); give each its own")
        } else {
            lines[name] = item.line
        }
    }
}
