import Foundation
import HarkConformance
import HarkConnectors
import Testing

/// Recorded payloads of real providers must be read as an independent oracle reads them.
@Suite(
    .enabled(
        if: Beside.payloads.isThere,
        "no recorded payloads: set HARK_SHARED to the folder that holds payloads/EXPECTED.jsonl"
    )
)
struct ConformanceTests {
    @Test func everyRecordedPayloadIsReadAsTheOracleReadsIt() throws {
        let report = try Conformance(Beside.payloads, connectors: Connectors.all).run()
        print(report.lines.joined(separator: "\n"))
        for complaint in report.complaints where !complaint.contains("was never fed") { Issue.record("\(complaint)") }
        #expect(report.files > 0, "no payload was read, though the folder is there")
    }

    @Test func everySignatureVectorGivesItsStatedResultAndEveryAlteredBitIsRefused() throws {
        let report = try #require(try Conformance(Beside.payloads, connectors: Connectors.all).vectors())
        print(report.lines.joined(separator: "\n"))
        for complaint in report.complaints { Issue.record("\(complaint)") }
    }
}

/// What lies beside the project.
private enum Beside {
    static let payloads = PayloadFolder.beside(
        package: URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    )
}
