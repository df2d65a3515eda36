import Foundation
import HarkConformance
import HarkConnectors
import Testing

/// Recorded payloads of real providers must be read as an independent oracle reads them.
@Suite(
    .enabled(
        if: Recorded.payloads.isThere,
        "no recorded payloads: set HARK_SHARED to the folder that holds payloads/EXPECTED.jsonl"
    )
)
struct ConformanceTests {
    @Test func everyRecordedPayloadIsReadAsTheOracleReadsIt() throws {
        let report = try Conformance(Recorded.payloads, connectors: Connectors.all).run()
        print(report.lines.joined(separator: "\n"))
        for complaint in report.complaints { Issue.record("\(complaint)") }
        #expect(report.files > 0, "no payload was read, though the folder is there")
    }

    @Test func everySignatureVectorGivesItsStatedResultAndEveryAlteredBitIsRefused() throws {
        let report = try #require(
            try Conformance(Recorded.payloads, connectors: Connectors.all).vectors(everyBit: Recorded.isFull ? 1 : 11)
        )
        print(report.lines.joined(separator: "\n"))
        for complaint in report.complaints { Issue.record("\(complaint)") }
    }
}
