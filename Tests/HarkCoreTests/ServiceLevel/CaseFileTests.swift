import Foundation
import HarkCore
import Testing

/// Case files come from many hands.
struct CaseFileTests {
    private let calendars = """
        "calendars": {"office": {"timezone": "Europe/Berlin", "hours": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]]}},
                      "night": {"timezone": "UTC", "hours": {"Monday": [["22:00", "06:00"]]}},
                      "nowhere": {"timezone": "Europe/Atlantis", "hours": {}}}
        """

    private func report(_ cases: String) throws -> CaseReport {
        CaseRun(try CaseFile(Array("{\(calendars), \"cases\": [\(cases)]}".utf8))).report()
    }

    @Test(arguments: [
        #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "seconds": 3600, "due": "2026-11-23T10:00:00+01:00"}"#,
        #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "seconds": 28800, "due": "2026-11-24T08:00:00Z", "due_at_close": "2026-11-23T16:00:00Z", "tags": ["boundary"]}"#,
        #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "seconds": 0, "due": "2026-11-23T08:00:00Z", "tags": ["zero"]}"#,
        #"{"kind": "subtract", "calendar": "office", "end": "2026-11-24T09:00:00Z", "seconds": 7200, "result": "2026-11-23T15:00:00Z"}"#,
        #"{"kind": "subtract", "calendar": "office", "end": "2026-11-24T09:00:00Z", "seconds": 0, "result": "x", "tags": ["zero"]}"#,
        #"{"kind": "elapsed", "calendar": "night", "from": "2026-11-23T00:00:00Z", "to": "2026-11-25T00:00:00Z", "seconds": 28800}"#,
        #"{"kind": "elapsed", "calendar": "office", "from": "2026-11-25T00:00:00Z", "to": "2026-11-23T00:00:00Z", "seconds": 0}"#,
        #"{"kind": "next_open", "calendar": {"timezone": "UTC", "hours": {"sun": ["10:00-12:00"]}}, "at": "2026-11-23T00:00:00Z", "result": "2026-11-29T10:00:00Z"}"#,
        #"{"kind": "periods", "calendar": "night", "from": "2026-11-24T01:00:00Z", "take": 1, "expect": [["2026-11-24T01:00:00Z", "2026-11-24T06:00:00Z"]]}"#,
        #"{"kind": "wall_to_instant", "timezone": "America/Sao_Paulo", "local": "2015-10-18T00:00:00", "instant": "2015-10-18T03:00:00Z"}"#,
    ])
    func aSoundCaseAgrees(_ written: String) throws {
        let report = try report(written)
        #expect(report.disagreements.isEmpty && report.agree == 1, "\(report.disagreements)")
    }

    @Test(arguments: [
        (#"{"kind": "guess"}"#, "not known"),
        (#"{"kind": "due", "calendar": "office"}"#, "“start” is missing"),
        (#"{"kind": "is_open", "calendar": "nowhere", "at": "2026-11-23T08:00:00Z", "open": true}"#, "Atlantis"),
        (#"{"kind": "is_open", "calendar": "none", "at": "2026-11-23T08:00:00Z", "open": true}"#, "no calendar"),
        (#"{"kind": "is_open", "calendar": "office", "at": 7, "open": true}"#, "“at” is missing"),
        (
            #"{"kind": "is_open", "calendar": "office", "at": "2026-11-23T08:00:00Z", "open": false, "source": "us"}"#,
            "true"
        ),
    ])
    func aCaseThatCannotBeReadOrIsWrongDisagreesAndSaysWhy(_ written: String, _ got: String) throws {
        let report = try report(written)
        #expect(report.agree == 0 && report.disagree == 1)
        #expect(report.disagreements.first?.got.contains(got) == true, "\(report.disagreements)")
    }

    @Test(arguments: ["", "[]", "{}", "{\"cases\": 7}", "\u{FEFF}nonsense"])
    func whatIsNoCaseFileIsRefused(_ text: String) {
        #expect(throws: CaseProblem.self) { try CaseFile(Array(text.utf8)) }
    }
}
