import Foundation

/// A file of business-time facts: calendars by name, and what is expected of them.
///
/// Other people's suites say the same things in slightly different shapes; a field that is absent or of another shape is nil,
/// and the case that needed it disagrees and says so.
public struct CaseFile: Sendable {
    /// Calendars by name.
    let calendars: [String: Result<BusinessCalendar, CaseProblem>]
    /// The facts, in the order of the file.
    let cases: [Fact]

    /// Reads a file's bytes.
    public init(_ bytes: [UInt8]) throws(CaseProblem) {
        let decoded: Decoded
        do { decoded = try JSONDecoder().decode(Decoded.self, from: Data(bytes)) } catch {
            throw CaseProblem("no case file: a JSON object with “calendars” and “cases” is needed")
        }
        guard let cases = decoded.cases else { throw CaseProblem("the file has no “cases”") }
        calendars = (decoded.calendars ?? [:]).mapValues { written in
            Result { () throws(CaseProblem) in try BusinessCalendar(written) }
        }
        self.cases = cases
    }

    private struct Decoded: Decodable {
        var calendars: [String: WrittenCalendar]?
        var cases: [Fact]?
    }

    /// One fact: a kind, its arguments, and what is expected.
    struct Fact: Decodable, Sendable {
        var id, kind, source, calendar: String?
        var inlineCalendar: WrittenCalendar?
        var tags: [String]
        var start, end, from, to, at, due, dueAtClose, result, timezone, local, instant: String?
        var seconds, secondsReal: Double?
        var take: Int?
        var open, holiday: Bool?
        var pauses, expect: [[String]]?

        init(from decoder: any Decoder) throws {
            let fields = try decoder.container(keyedBy: FieldName.self)
            func read<Value: Decodable>(_ names: String...) -> Value? {
                names.lazy.compactMap { try? fields.decodeIfPresent(Value.self, forKey: FieldName($0)) }.first
            }
            id = read("id", "name") ?? (read("id") as Int?).map(String.init)
            kind = read("kind")
            source = read("source")
            calendar = read("calendar")
            inlineCalendar = read("calendar")
            tags = read("tags") ?? []
            start = read("start")
            end = read("end")
            from = read("from", "start")
            to = read("to", "end")
            at = read("at", "time")
            due = read("due", "result")
            dueAtClose = read("due_at_close")
            result = read("result", "instant")
            timezone = read("timezone", "time_zone", "zone")
            local = read("local")
            instant = read("instant", "result")
            seconds = read("seconds")
            secondsReal = read("seconds_real")
            take = read("take")
            open = read("open", "result")
            holiday = read("holiday", "result")
            pauses = read("pauses")
            expect = read("expect", "periods")
        }
    }
}

/// Why a case or a case file cannot be read.
public struct CaseProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let description: String
    init(_ description: String) { self.description = description }
}

/// A key of an object whose keys are data.
struct FieldName: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
