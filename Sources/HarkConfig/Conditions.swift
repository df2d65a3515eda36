import HarkCore

extension Item {
    /// A condition in the query language, as written and as read; the error names the character inside it.
    func condition(_ key: String) -> (text: String, query: Query)? {
        guard let text = text(key) else { return nil }
        do {
            return (text, try Query(text))
        } catch {
            wrong("“\(key)” \(error.description)")
            return nil
        }
    }
}
