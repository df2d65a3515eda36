import ArgumentParser
import Foundation
import HarkCore
import Testing

@testable import HarkCommands

/// Now is Sunday, 2026-11-22 09:30 UTC: 10:30 in Berlin.
@Suite("WHEN")
struct SnoozeTimeTests {
    static let berlin = TimeZone(identifier: "Europe/Berlin") ?? .gmt

    static let times: [(String, String)] = [
        ("2h", "2026-11-22T11:30:00Z"), ("90m", "2026-11-22T11:00:00Z"), ("3d", "2026-11-25T09:30:00Z"),
        ("1w", "2026-11-29T09:30:00Z"), ("1d12h", "2026-11-23T21:30:00Z"),
        ("tomorrow", "2026-11-23T08:00:00Z"), ("Tomorrow 14:00", "2026-11-23T13:00:00Z"),
        ("today 17:15", "2026-11-22T16:15:00Z"), ("17:15", "2026-11-22T16:15:00Z"), ("8:00", "2026-11-23T07:00:00Z"),
        ("monday", "2026-11-23T08:00:00Z"), ("sunday", "2026-11-29T08:00:00Z"), ("fri 8:30", "2026-11-27T07:30:00Z"),
        ("2026-12-01", "2026-12-01T08:00:00Z"), ("2026-12-01T09:00", "2026-12-01T08:00:00Z"),
        ("2026-12-01 09:00", "2026-12-01T08:00:00Z"), ("2026-12-01T09:00Z", "2026-12-01T09:00:00Z"),
        ("2026-12-01T09:00+02:00", "2026-12-01T07:00:00Z"), ("2026-12-01T09:00:30Z", "2026-12-01T09:00:30Z"),
        ("2027-07-01", "2027-07-01T07:00:00Z"),
    ]

    @Test(arguments: times) func means(_ text: String, _ expected: String) throws {
        let words = text.split(separator: " ").map(String.init)
        let end = try SnoozeTime(now: Sample.now, zone: Self.berlin).read(words)
        #expect(end == Sample.instant(expected))
    }

    @Test(arguments: [
        "", "2", "h", "2x", "2h3", "yesterday", "today", "25:00", "9:5", "2026-02-30", "2026-13-01", "2026-1-1", "0h",
        "2026-11-22T09:30:00Z", "2020-01-01", "tomorrow morning", "monday 8:30 sharp", "99999999999999999999h",
    ])
    func isNoTimeInTheFuture(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        #expect(throws: ValidationError.self) { try SnoozeTime(now: Sample.now, zone: Self.berlin).read(words) }
    }
}
