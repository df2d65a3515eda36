import Foundation
import HarkCore
import Testing

/// Random calendars, counted a second time by a small Python program that walks every day with `zoneinfo`.
/// `HARK_CALENDARS=10000` tries that many.
struct PythonCalendarTests {
    struct Verdict: Decodable {
        var asked: Int
        var unknownZone: Int
        var differing: [String]
        var zoneData: String

        private enum CodingKeys: String, CodingKey {
            case asked, differing
            case unknownZone = "unknown_zone"
            case zoneData = "zone_data"
        }
    }

    static let script = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Fixtures/business_time.py"
    )
    static let canRun = (try? Python.run("import zoneinfo", input: "")) != nil

    @Test(.enabled(if: canRun, "python3 with zoneinfo is not installed"))
    func anIndependentProgramCountsTheSame() throws {
        let count = ProcessInfo.processInfo.environment["HARK_CALENDARS"].flatMap { Int($0) } ?? 150
        var suite = WrittenSuite(seed: 20_261_122)
        for _ in 0..<count { suite.addCalendar() }
        let verdict = try JSONDecoder().decode(
            Verdict.self,
            from: Python.run(arguments: [Self.script.path], input: suite.data())
        )
        print(
            "\(count) random calendars, \(verdict.asked) questions, \(verdict.unknownZone) of zones unknown to Python,",
            "\(verdict.differing.count) differ; zone data \(BusinessCalendar.zoneDataVersion) here, \(verdict.zoneData) there"
        )
        for difference in verdict.differing.prefix(10) { print(difference) }
        #expect(verdict.differing.isEmpty)
        #expect(verdict.asked > count * 5)
    }
}
