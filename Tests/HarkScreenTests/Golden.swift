import Foundation
import Testing

/// Holds text against `Golden/<name>.txt`; `HARK_RECORD=1` writes the file anew.
func expectGolden(_ text: String, _ name: String, at location: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name).txt")
    if ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" { try Data(text.utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, "differs from Golden/\(name).txt", sourceLocation: location)
}
