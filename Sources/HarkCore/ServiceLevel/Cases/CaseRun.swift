/// Runs a case file against the engine.
public struct CaseRun: Sendable {
    private let file: CaseFile

    /// A run over a file.
    public init(_ file: CaseFile) { self.file = file }

    /// Every case, asked and compared.
    public func report() -> CaseReport {
        var report = CaseReport()
        for written in file.cases {
            let verdict: CaseVerdict
            do throws(CaseProblem) { verdict = try Fact(written, file).verdict() } catch {
                verdict = CaseVerdict("a case that can be read", error.description)
            }
            report.count(
                .init(
                    id: written["id", "name"]?.word ?? "?",
                    kind: written["kind"]?.word ?? "no kind",
                    source: written["source"]?.word ?? "none named",
                    tags: Fact.tags(written),
                    expected: verdict.expected,
                    got: verdict.got
                ),
                agrees: verdict.agrees
            )
        }
        return report
    }
}

/// What a case expects and what the engine says.
struct CaseVerdict {
    var expected, got: String
    var agrees: Bool

    init(_ expected: String, _ got: String) {
        (self.expected, self.got, agrees) = (expected, got, expected == got)
    }

    /// Two amounts that may differ by a tolerance, each with its text.
    init(_ expected: (Int64, String), _ got: (Int64, String), tolerance: Span) {
        let difference = expected.0.subtractingReportingOverflow(got.0)
        (self.expected, self.got) = (expected.1, got.1)
        agrees = !difference.overflow && difference.partialValue.magnitude <= UInt64(tolerance.milliseconds)
        if tolerance > .zero { self.expected += " ± \(tolerance.milliseconds / 1000) s" }
    }
}
