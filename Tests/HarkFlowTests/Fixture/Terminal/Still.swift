import Foundation
import Testing

/// A captured screen with what the hour changes made alike, and the recorded screens it is held against.
enum Still {
    /// Times of the day, spans and deadlines in words of the same width; after midnight the day stands before the hour.
    static func text(of capture: String) -> String {
        capture
            .replacing(/\b(\d\d-\d\d )?\d\d:\d\d\b/, with: "HH:MM")
            .replacing(/\d+[smhd]( \d+[smh])? ago/, with: "SPAN ago")
            .replacing(/\ {2,8}-?\d+[smhd]( \d+[smh])?(?= shop)/) { match in
                String(repeating: " ", count: match.output.0.count - 4) + "SPAN"
            }
            .replacing(/offline for \d+[smhd]/, with: "offline for SPAN")
    }

    /// Holds a screen against `Golden/<name>.txt`; `HARK_RECORD=1` writes the file anew.
    static func expect(
        _ capture: String,
        _ name: String,
        at location: SourceLocation = #_sourceLocation
    ) throws {
        let file = Program.root + "/Tests/HarkFlowTests/Golden/\(name).txt"
        let text = text(of: capture)
        if ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" {
            try Data(text.utf8).write(to: URL(filePath: file))
        }
        let recorded = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text == recorded, "differs from Golden/\(name).txt", sourceLocation: location)
    }
}
