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
        let text = "\u{FEFF}# tone\r\nterm\tweight\tgroup\r\n\r\ngood\t600\r\nnot\t\tnegator\r\n"
        #expect(try KeywordTable.parse(text, file: "base_en.tsv").count == 2)
    }

    @Test(arguments: [
        ("base_en.tsv", "term\tweigth\ngood\t1", "base_en.tsv:1: column 2: unknown column “weigth”"),
        ("base_en.tsv", "term weight\ngood\t1", "the column “term” is missing"),
        ("base_en.tsv", "", "base_en.tsv:1: the table is empty"),
        (
            "base_en.tsv", "term\tweight\ngood\tlots",
            "base_en.tsv:2: the weight must be a whole number from -1000 to 1000"
        ),
        ("base_en.tsv", "term\tweight\ngood\t1001", "base_en.tsv:2: the weight must be"),
        ("base_en.tsv", "term\tweight\n\t5", "base_en.tsv:2: column 1: the term is missing"),
        ("base_en.tsv", "term\tweight\ngood\t5\tx", "base_en.tsv:2: 3 cells, but the header names 2 columns"),
        ("base_en.tsv", "term\tweight\ngood\t5\n# x\nGOOD\t6", "base_en.tsv:4: “GOOD” stands already in line 2"),
        ("base_de.tsv", "term\tweight\nschön\t5\nschoen\t6", "base_de.tsv:3: “schoen” stands already in line 2"),
        ("base_en.tsv", "term\tweight\na b c d\t5", "has one to three words"),
        ("base_en.tsv", "term\tweight\ngo*od\t5", "“*” may only stand at the end"),
        ("base_en.tsv", "term\tweight\ngo*\t5", "needs three letters"),
        ("base_en.tsv", "term\tweight\n---\t5", "has one to three words"),
        ("base_en.tsv", "term\tweight\tgroup\nnot\t\tnegater", "the group must be empty, negator"),
        ("urgency.tsv", "term\tgroup\tweight\nfire\tsafty\t", "urgency.tsv:2: unknown group “safty”"),
        ("urgency.tsv", "term\tgroup\tweight\n*\tsafety\t\n", "a group is declared by"),
        ("urgency.tsv", "term\tgroup\tweight\nMETA_X\tsafety\t1\n", "“META_X” is not known"),
        ("topics.tsv", "term\ttopic\nparcel\tmy parcel", "the topic must be one word"),
        ("language.tsv", "term\tlang\tweight\nthe\tenglish\t5", "“english” is no language"),
        ("language.tsv", "term\tlang\tweight\nCHAR_ab\tde\t5", "after CHAR_ stands one letter"),
        ("overrides.tsv", "term\taspect\tgroup\tweight\nx\tmood\t\t5", "the aspect must be"),
        ("words.tsv", "term", "words.tsv:1: unknown table"),
    ])
    func aBadRowIsNamedWithFileAndLine(_ file: String, _ text: String, _ expected: String) {
        let found = problems(text, file)
        #expect(found.contains { $0.contains(expected) }, "\(found)")
    }

    @Test func everyBadRowIsNamed() {
        #expect(problems("term\tweight\na\tx\nb\ty\nc\t1\nd\tz", "base_en.tsv").count == 3)
    }

    @Test(arguments: [
        "\0\0\t\0", "term\tweight\n\u{202E}\t5", "\t\t\t\n\t\t", "term\tweight\n\u{1F468}\u{200D}\t5\n*\t5",
    ])
    func hostileTablesAreRefusedOrReadButNeverCrash(_ text: String) {
        for file in KeywordTable.files { _ = problems(text, file) }
    }
}
