import Foundation

/// A file of business-time facts: calendars by name, and what is expected of them.
///
/// Other people's suites say the same things in slightly different shapes; a case that cannot be read disagrees and says why.
public struct CaseFile: Sendable {
    /// Calendars by name.
    let calendars: [String: Result<BusinessCalendar, CaseProblem>]
    /// The facts, in the order of the file.
    let cases: [Written]

    /// Reads a file's bytes.
    public init(_ bytes: [UInt8]) throws(CaseProblem) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = Data(bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...])
        guard let written = try? JSONDecoder().decode(Written.self, from: text), case .object = written else {
            throw CaseProblem("no case file: a JSON object with “calendars” and “cases” is needed")
        }
        guard case .list(let cases)? = written["cases"] else { throw CaseProblem("the file has no “cases”") }
        self.cases = cases
        guard case .object(let calendars)? = written["calendars"] else {
            self.calendars = [:]
            return
        }
        self.calendars = calendars.mapValues { written in
            Result { () throws(CaseProblem) in try BusinessCalendar(written) }
        }
    }
}

/// Why a case or a case file cannot be read.
public struct CaseProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public let description: String
    init(_ description: String) { self.description = description }
}
