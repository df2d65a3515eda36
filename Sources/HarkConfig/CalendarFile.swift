public import HarkCore

/// Reads a calendar that stands in a file of its own, in a `teams.yaml`, or as JSON in the form of case files.
public enum CalendarFile {
    /// Reads a calendar from a file's text. Throws ``Failure`` with every mistake and its line.
    public static func read(_ text: String, name: String, team: String?) throws(Failure) -> BusinessCalendar {
        if text.first(where: { !$0.isWhitespace }) == "{" {
            do throws(CaseProblem) { return try BusinessCalendar(json: Array(text.utf8)) } catch {
                throw Failure(.badConfiguration, "\(name): \(error)")
            }
        }
        let findings = Findings()
        let root = YAMLFile(name: name, findings: findings).root(in: text)
        let found = root.flatMap { calendar($0, team) }
        let problems = findings.problems(inOrderOf: [name])
        guard let found, problems.isEmpty else {
            throw Failure(.badConfiguration, "\(name) holds no sound calendar", problems: problems)
        }
        return found
    }

    private static func calendar(_ root: Item, _ team: String?) -> BusinessCalendar? {
        if root.pairs("calendar").contains(where: { $0.key == "teams" }) {
            let teams = TeamsFile(root).teams
            if let found = teams.first(where: { $0.name == team }) { return found.calendar }
            root.wrong("name one of its teams with --team: " + teams.map(\.name).joined(separator: ", "))
            return nil
        }
        guard let fields = root.fields("calendar", CalendarReader.keys) else { return nil }
        return CalendarReader.calendar(root, fields, places: CalendarPlaces(folder: nil))
    }
}
