import Foundation
import HarkCore
import Testing

/// Held against what other projects' suites expect of business time, read from the folder that `HARK_SHARED` names.
struct CalendarOracleTests {
    @Test(.enabled(if: SharedFacts.areThere, "set HARK_SHARED to the folder that holds sla-cases.json"))
    func theArithmeticAgreesWithEverySuite() throws {
        let report = CaseRun(try CaseFile(SharedFacts.bytes())).report()
        for (kind, tally) in report.byKind.sorted(by: { $0.key < $1.key }) {
            print("business time, \(kind): \(tally.agree) agree, \(tally.disagree) disagree")
        }
        for disagreement in report.disagreements { Issue.record("\(disagreement)") }
        #expect(report.agree >= 250)
        #expect(report.byKind["subtract"]?.agree == 17)
    }
}

/// The facts other projects' suites state, outside the repository.
enum SharedFacts {
    static let file: URL = {
        let package = URL(filePath: #filePath).appending(path: "../../../..").standardized
        let folder = ProcessInfo.processInfo.environment["HARK_SHARED"].map { URL(filePath: $0) }
        return (folder ?? package.appending(path: "../shared").standardized).appending(path: "sla-cases.json")
    }()

    static var areThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    static func bytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: file)) }
}
