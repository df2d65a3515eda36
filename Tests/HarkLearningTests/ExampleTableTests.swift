import HarkCore
import HarkLearning
import Testing

@Suite("A table of labelled messages") struct ExampleTableTests {
    @Test func aMaskedTelephoneNumberIsANumberAgain() throws {
        let text = "text\tlabel\nCall <phone> now, my phone is on\tspam"
        let examples = try ExampleTable.read(text, file: "x.tsv", task: .spam)
        #expect(examples.map(\.text) == ["Call 07700900123 now, my phone is on"])
    }

    @Test func theTasksOwnColumnStandsInForTheLabel() throws {
        let text = "# a remark\ntext\turgency\tlang\tsource\nHilfe\thigh\tde\tmail\n"
        let examples = try ExampleTable.read(text, file: "x.tsv", task: .urgency)
        #expect(examples == [LabelledExample(text: "Hilfe", label: "high", source: "mail", language: .german)])
    }

    @Test func everyOtherLanguageIsOther() throws {
        let text = "lang\tlabel\ttext\nfr\tpositive\tMerci\nde\tneutral\tJa\n"
        #expect(try ExampleTable.read(text, file: "x", task: .language).map(\.label) == ["other", "de"])
    }

    @Test(arguments: [
        ("", "x.tsv:1: the file is empty"), ("text\tmood\na\tb", "x.tsv:1: the columns text and label or label"),
        ("text\tlabel\na\tgood", "x.tsv:2: column 2: “good” is none of negative, neutral, positive"),
        ("text\tlabel\na", "x.tsv:2: column 1: 1 cells, but the header names 2"),
    ])
    func aWrongRowIsNamedWithFileLineAndColumn(_ text: String, _ expected: String) {
        do {
            _ = try ExampleTable.read(text, file: "x.tsv", task: .sentiment)
            Issue.record("the table was read")
        } catch {
            let found = error.problems.map { "\($0.pointer): \($0.detail)" }
            #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
        }
    }
}
