public import HarkCore

/// Reads the text of an `sla.yaml` by itself, to try it.
public enum PoliciesText {
    /// The ordered promises. Throws ``Failure`` with every mistake and its line.
    public static func read(_ text: String) throws(Failure) -> [ServicePolicy] {
        let findings = Findings()
        // Who is told plays no part in what is tried, so no teams are needed.
        let policies = PoliciesFile.policies(
            YAMLFile(name: "sla.yaml", findings: findings).root(in: text),
            teams: TeamsFile(nil)
        )
        let problems = findings.problems(inOrderOf: ["sla.yaml"])
        guard problems.isEmpty else {
            throw Failure(.unprocessable, "the policies have mistakes; nothing was tried", problems: problems)
        }
        return policies
    }
}
