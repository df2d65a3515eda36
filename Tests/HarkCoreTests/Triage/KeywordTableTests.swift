import HarkCore
import Testing

@Suite("A keyword table") struct KeywordTableTests {
    func problems(_ text: String, _ file: String) -> [String] {
        do {
            _ = try KeywordTable.parse(text, file: file)
            return []
        } catch {
            return error.problems.map { "\($0.pointer): \($0.detail)" }
        }
    }

    @Test func commentsBlankLinesAndWindowsLineEndsAreFine() throws {
        let text = "\u{FEFF}# tone\r\nterm\tneg\tneu\tpos\r\n\r\ngood\t1\t2\t3\r\nbad\t3\t2\t1\r\n"
        #expect(try KeywordTable.parse(text, file: "base_en.tsv").count == 2)
    }

    @Test(arguments: [
        ("spam.tsv", "term\tweigth\ngood\t1", "spam.tsv:1: column 2: unknown column “weigth”"),
        ("spam.tsv", "term weight\ngood\t1", "the column “term” is missing"),
        ("spam.tsv", "", "spam.tsv:1: the table is empty"),
        (
            "base_en.tsv", "term\tneg\tneu\tpos\ngood\t1\tlots\t1",
            "base_en.tsv:2: column 3: the weight must be a whole number from -100000 to 100000"
        ),
        ("spam.tsv", "term\tweight\ngood\t100001", "spam.tsv:2: column 2: the weight must be"),
        ("spam.tsv", "term\tweight\n\t5", "spam.tsv:2: column 1: the term is missing"),
        ("spam.tsv", "term\tweight\ngood\t5\tx", "spam.tsv:2: 3 cells, but the header names 2 columns"),
        ("spam.tsv", "term\tweight\ngood\t5\n# x\nGOOD\t6", "spam.tsv:4: “GOOD” stands already in line 2"),
        ("spam.tsv", "term\tweight\nschön\t5\nschoen\t6", "spam.tsv:3: “schoen” stands already in line 2"),
        ("spam.tsv", "term\tweight\na b c d\t5", "column 1: a term has one to three words"),
        ("spam.tsv", "term\tweight\nreport:\t5", "column 1: the signs behind the last word of “report:” are not read"),
        ("spam.tsv", "term\tweight\ngo*od\t5", "“*” may only stand at the end"),
        ("spam.tsv", "term\tweight\ngo*\t5", "needs three letters"),
        ("spam.tsv", "term\tweight\n*go\t5", "three to eight letters"),
        ("spam.tsv", "term\tweight\nNOT_go there\t5", "NOT_ stands before one word"),
        ("spam.tsv", "term\tweight\n---\t5", "has one to three words"),
        ("grammar.tsv", "term\trole\nnot\tnegater", "column 2: the role must be negator"),
        ("urgency.tsv", "term\tgroup\tweight\nfire\tsafty\t", "urgency.tsv:2: column 2: unknown group “safty”"),
        ("urgency.tsv", "term\tgroup\tweight\n*\tsafety\t\n", "a group is declared by"),
        ("urgency.tsv", "term\tgroup\tweight\nMETA_X\tsafety\t1\n", "“META_X” is not known"),
        ("topics.tsv", "term\ttopic\nparcel\tmy parcel", "the topic must be one word"),
        ("topics.tsv", "term\ttopic\tlang\nthe\tx\tenglish", "column 3: “english” is no language"),
        ("language.tsv", "term\tde\ten\tother\nCHAR_ab\t1\t2\t3", "after CHAR_ stands one letter"),
        ("overrides.tsv", "term\taspect\tgroup\tweight\nx\tmood\t\t5", "the aspect must be"),
        ("words.tsv", "term", "words.tsv:1: unknown table"),
    ])
    func aBadRowIsNamedWithFileAndLine(_ file: String, _ text: String, _ expected: String) {
        let found = problems(text, file)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func everyBadRowIsNamed() {
        #expect(problems("term\tweight\na\tx\nb\ty\nc\t1\nd\tz", "spam.tsv").count == 3)
    }

    @Test(arguments: [
        "\0\0\t\0", "term\tweight\n\u{202E}\t5", "\t\t\t\n\t\t", "term\tweight\n\u{1F468}\u{200D}\t5\n*\t5",
    ])
    func hostileTablesAreRefusedOrReadButNeverCrash(_ text: String) {
        for file in KeywordTable.files { _ = problems(text, file) }
    }
}
