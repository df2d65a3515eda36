import ArgumentParser

/// How an answer is written.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// A table or a page; tab-separated where no person looks.
    case text
    /// One JSON document.
    case json
    /// One JSON document a line, one line an element.
    case jsonl
    /// Comma-separated values with a header.
    case csv
    /// Only ids, one a line.
    case ids
}
