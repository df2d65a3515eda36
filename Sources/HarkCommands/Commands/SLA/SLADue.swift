import ArgumentParser
import HarkConfig
import HarkCore

extension SLA {
    struct Due: Action {
        static let configuration = CommandConfiguration(
            abstract: "Reckon when a target is due, without a server.",
            discussion: """
                The calendar is a file with time_zone, hours, date_hours, breaks and holidays as in teams.yaml, a teams.yaml \
                with --team, or a JSON calendar of a case file. A start without a zone is in the calendar's.

                Example:
                  hark sla due --calendar Config/teams.yaml --team care --start 2026-12-23T16:30 --target 90m
                """
        )

        @Option(help: ArgumentHelp("The calendar's file; - for standard input.", valueName: "file"))
        var calendar: String

        @Option(help: ArgumentHelp("The team, when the file is a teams.yaml.", valueName: "name"))
        var team: String?

        @Option(help: ArgumentHelp("When the clock starts: 2026-11-23T09:00 or with a zone.", valueName: "time"))
        var start: String

        @Option(help: ArgumentHelp("The open time allowed: 90m, 4h, 2d, 1h30m.", valueName: "span"))
        var target: String

        @Option(help: ArgumentHelp("A time that does not count, as FROM/TO; may be repeated.", valueName: "pause"))
        var pause: [String] = []

        @OptionGroup var output: OutputOptions

        func run(in surroundings: Surroundings) async throws -> ExitStatus {
            let console = try Console(output, in: surroundings)
            let calendar = try CalendarFile.read(surroundings.text(of: calendar), name: calendar, team: team)
            let start = try time(start, calendar)
            guard let span = Span(written: target) else {
                throw ValidationError("“\(target)” is no duration; write 30s, 15m, 4h, 2d or 1h30m")
            }
            let pauses = try pause.map { try range($0, calendar) }
            let due: Instant
            do throws(CalendarFailure) { due = try calendar.due(span, from: start, except: pauses) } catch {
                throw Failure(.unprocessable, error.description)
            }
            if console.isJSON {
                try console.json(Answer(start: start, targetSeconds: span.milliseconds / 1000, due: due))
            } else {
                console.data("\(due)\n")
            }
            return .done
        }

        private func range(_ text: String, _ calendar: BusinessCalendar) throws -> Range<Instant> {
            let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2 else { throw ValidationError("“\(text)” is no pause; write FROM/TO") }
            let (from, to) = (try time(ends[0], calendar), try time(ends[1], calendar))
            guard from <= to else { throw ValidationError("“\(text)” ends before it begins") }
            return from..<to
        }

        private func time(_ text: String, _ calendar: BusinessCalendar) throws -> Instant {
            guard let instant = Instant(text) ?? calendar.instant(shown: text) else {
                throw ValidationError("“\(text)” is no time; write 2026-11-23T09:00 or 2026-11-23T09:00:00Z")
            }
            return instant
        }
    }

    /// When a target is due.
    private struct Answer: Encodable {
        var start: Instant
        var targetSeconds: Int64
        var due: Instant

        enum CodingKeys: String, CodingKey {
            case start
            case targetSeconds = "target_seconds"
            case due
        }
    }
}

extension BusinessCalendar {
    /// The instant at which the calendar's clocks show `2026-11-23T09:00`, with or without seconds.
    fileprivate func instant(shown text: String) -> Instant? {
        let spelled = text.replacing(" ", with: "T")
        guard let shown = Instant(spelled + "Z") ?? Instant(spelled + ":00Z") else { return nil }
        let day = BusinessCalendar.always.date(at: shown)
        return Self.instant(day, second: Int(shown.milliseconds / 1000 % 86_400), in: timeZone)
    }
}
