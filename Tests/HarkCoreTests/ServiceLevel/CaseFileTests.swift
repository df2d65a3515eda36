import Foundation
import HarkCore
import Testing

/// Case files come from many hands.
struct CaseFileTests {
    private let calendars = """
        "calendars": {"office": {"timezone": "Europe/Berlin", "hours": {"mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]]}},
                      "night": {"timezone": "UTC", "hours": {"Monday": [["22:00", "06:00"]]}},
                      "never": {"timezone": "UTC", "hours": {}},
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
        #"{"hours": {"mon": "09:00-12:00, 13:00-17:00"}}"#,
        #"{"hours": {"Mon": ["09:00-12:00", "13:00–17:00"]}}"#,
        #"{"tz": "UTC", "hours": {"mon-tue": [{"from": "9:00", "to": "12:00"}, {"open": "13:00", "close": "17:00:00"}], "tue": null}}"#,
        #"{"hours": {"daily": ["09:00", "17:00"]}, "breaks": {"mon-sun": [["12:00", "13:00"]]}, "holidays": [{"from": "2026-11-24", "to": "2026-11-29"}]}"#,
        #"{"hours": {"weekdays": [["09:00", "17:00"]]}, "breaks": {"2026-11-23": ["12:00", "13:00"]}, "date_hours": {"2026-11-24": [], "2026-11-25": null, "2026-11-26": false}, "holidays": {"2026-11-27": "moving day"}}"#,
        #"{"hours": {"weekdays": []}, "date_hours": {"2026-11-23": [["09:00", "12:00"], ["13:00", "17:00"]]}}"#,
        #"{"hours": {"daily": [["09:00", "12:00"], ["13:00", "17:00"]]}, "holidays": ["11-24", "--11-25", {"month": 11, "day": 26}, {"date": "2026-11-27", "name": "x"}, "2026-11-28"], "ical": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20101129\nRRULE:FREQ=YEARLY\nEND:VEVENT\nEND:VCALENDAR"}"#,
    ])
    func theSameHoursInOtherWords(_ calendar: String) throws {
        let report = try report(
            #"""
            {"kind": "periods", "calendar": \#(calendar), "from": "2026-11-22T18:00:00Z", "to": "2026-11-30T00:00:00Z", "take": 2,
             "expect": [["2026-11-23T09:00:00Z", "2026-11-23T12:00:00Z"], ["2026-11-23T13:00:00Z", "2026-11-23T17:00:00Z"]]},
            {"kind": "elapsed", "calendar": \#(calendar), "from": "2026-11-23", "to": "2026-11-30 00:00", "hours": 7}
            """#
        )
        #expect(report.disagreements.isEmpty && report.agree == 2, "\(report.disagreements)")
    }

    /// A night shift belongs to the day on which it begins, also where that day, or the next, has hours of its own.
    @Test(arguments: [
        ("{}", 24), (#"{"2026-11-24": []}"#, 16), (#"{"2026-11-24": [["10:00", "12:00"]]}"#, 18),
        (#"{"2026-11-25": [["23:00", "25:00"]]}"#, 18), (#"{"2026-11-26": ["22:00", "30:00"]}"#, 26),
    ])
    func aNightShiftGoesOnAfterMidnight(_ dates: String, _ hours: Int) throws {
        let report = try report(
            #"""
            {"kind": "elapsed", "from": "2026-11-23T00:00:00Z", "to": "2026-11-27T00:00:00Z", "minutes": \#(hours * 60),
             "calendar": {"timezone": "UTC", "hours": {"mon-wed": [["22:00", "06:00"]]}, "date_hours": \#(dates)}}
            """#
        )
        #expect(report.disagreements.isEmpty && report.agree == 1, "\(report.disagreements)")
    }

    @Test(arguments: [
        #"{"kind": "next_open", "calendar": "never", "at": "2026-11-23T08:00:00Z", "result": null}"#,
        #"{"kind": "due", "calendar": "never", "start": "2026-11-23T08:00:00Z", "seconds": 60, "due": null}"#,
        #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "minutes": 60, "due": "2026-11-23T09:00:59Z", "tolerance_s": 60}"#,
        #"{"kind": "due", "calendar": "office", "start": 1795420800, "seconds": 3600, "due": "2026-11-23T10:00"}"#,
        #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "seconds": 3600, "due": "2026-11-23T09:30:00Z", "pauses": [{"from": "2026-11-23T08:10:00Z", "to": "2026-11-23T08:40:00Z"}, ["2026-11-23T08:50:00Z", "2026-11-23T08:45:00Z"]]}"#,
        #"{"kind": "wall_to_instant", "calendar": "office", "local": "2026-10-25 02:30", "instant": "2026-10-25T00:30:00Z"}"#,
        #"{"kind": "wall_to_instant", "timezone": "UTC", "local": "2026-10-25T24:00:00.250", "instant": "2026-10-26T00:00:00.25Z"}"#,
    ])
    func whatOtherSuitesMaySayIsUnderstood(_ written: String) throws {
        let report = try report(written)
        #expect(report.disagreements.isEmpty && report.agree == 1, "\(report.disagreements)")
    }

    @Test(arguments: [
        (#"{"kind": "guess"}"#, "not known"),
        (#"{"kind": "due", "calendar": "office"}"#, "“start” is missing"),
        (#"{"kind": "is_open", "calendar": "nowhere", "at": "2026-11-23T08:00:00Z", "open": true}"#, "Atlantis"),
        (#"{"kind": "is_open", "calendar": "none", "at": "2026-11-23T08:00:00Z", "open": true}"#, "no calendar"),
        (#"{"kind": "is_open", "calendar": "office", "open": true}"#, "“at” is missing"),
        (#"{"kind": "is_open", "calendar": "office", "at": [], "open": true}"#, "“at” is no instant: a list"),
        (
            #"{"kind": "due", "calendar": "office", "start": "2026-11-23T08:00:00Z", "seconds": 60, "due": null}"#,
            "08:01"
        ),
        (
            #"{"kind": "next_open", "calendar": "never", "at": "2026-11-23T08:00:00Z", "result": "2026-11-24T08:00:00Z"}"#,
            "never"
        ),
        (#"{"kind": "is_open", "calendar": {"hours": {"mon": "9 to 5"}}, "at": 0, "open": true}"#, "is no interval"),
        (#"{"kind": "is_open", "calendar": {"hours": {"moonday": []}}, "at": 0, "open": true}"#, "no weekday"),
        (
            #"{"kind": "is_open", "calendar": {"hours": {}, "holidays": ["2026-02-30"]}, "at": 0, "open": true}"#,
            "no date"
        ),
        (#""text""#, "a case is an object"),
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
