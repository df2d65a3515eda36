import Foundation
import HarkConnectors
import HarkCore
import Testing

/// Recorded payloads of real providers must be read as an independent oracle reads them.
@Suite(
    .enabled(
        if: Oracle.isThere,
        "no recorded payloads: set HARK_SHARED to the folder that holds payloads/EXPECTED.jsonl"
    )
)
struct ConformanceTests {
    @Test func everyRecordedPayloadIsReadAsTheOracleReadsIt() throws {
        var table = [TableLine.header]
        for subject in Subject.all {
            table.append(try judge(subject).description)
        }
        print(table.joined(separator: "\n"))
    }

    private func judge(_ subject: Subject) throws -> TableLine {
        let expectations = try Oracle.expectations(of: subject.network, shapes: subject.shapes)
        var line = TableLine(network: subject.network)
        for expectation in expectations {
            if let reason = Disputed.reason(expectation.file) {
                line.disputed += 1
                print("disputed \(expectation.file): \(reason)")
                continue
            }
            let verdict = Verdict(try subject.feedings(of: expectation), of: expectation)
            line.add(verdict, of: expectation)
            for complaint in verdict.complaints + (try subject.wrongConclusions(from: expectation)) {
                Issue.record("\(expectation.file) \(complaint)")
            }
        }
        #expect(line.files > 0, "no payload of \(subject.network) was read, though the folder is there")
        return line
    }
}

/// Files where the oracle itself is wrong, each with the reason.
enum Disputed {
    private static let reasons: [String: String] = [:]

    static func reason(_ file: String) -> String? { reasons[file] }
}

/// One line of the table in the test output.
struct TableLine: CustomStringConvertible {
    static let header = "network             files  expected  found  ignored  undecoded  errors  disputed"

    var network: String
    var files = 0
    var expected = 0
    var found = 0
    var ignored = 0
    var undecoded = 0
    var errors = 0
    var disputed = 0

    init(network: String) { self.network = network }

    mutating func add(_ verdict: Verdict, of expectation: Expectation) {
        files += 1
        errors += expectation.error == nil ? 0 : 1
        expected += verdict.expected
        found += verdict.found
        ignored += verdict.skipped
        undecoded += verdict.undecoded
    }

    var description: String {
        let columns = [
            (files, 7), (expected, 10), (found, 7), (ignored, 9), (undecoded, 11), (errors, 8), (disputed, 10),
        ]
        return columns.reduce(network.padding(toLength: 18, withPad: " ", startingAt: 0)) { line, column in
            let digits = String(column.0)
            return line + String(repeating: " ", count: max(1, column.1 - digits.count)) + digits
        }
    }
}
