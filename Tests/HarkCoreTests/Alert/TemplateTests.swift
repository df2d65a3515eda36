import Testing

@testable import HarkCore

/// Texts with places to fill in.
struct TemplateTests {
    private static let names: Set = ["a", "b", "list", "item"]

    private func filled(_ text: String, _ values: TemplateValues, _ form: Template.Form = .plain) -> String {
        TemplateParser.parse(text, known: Self.names).template.filled(with: values, form: form)
    }

    @Test func placesSectionsAndListsAreFilled() {
        let values: TemplateValues = [
            "a": .text("x<y"), "b": .flag(false), "list": .list([["item": .text("1")], ["item": .text("2")]]),
        ]
        #expect(filled("{{a}}", values) == "x<y")
        #expect(filled("{{a}}", values, .html) == "x&lt;y")
        #expect(filled("{{#a}}[{{a}}]{{/a}}{{#b}}no{{/b}}{{^b}}yes{{/b}}", values) == "[x<y]yes")
        #expect(filled("p\n{{#list}}\n- {{item}} {{a}}\n{{/list}}\nq\n", values) == "p\n- 1 x<y\n- 2 x<y\nq\n")
        #expect(filled("{{^item}}none{{/item}}", values) == "none")
    }

    @Test func whatIsFilledInIsNoTemplate() {
        #expect(filled("{{a}}", ["a": .text("{{b}}{{#list}}"), "b": .text("!")]) == "{{b}}{{#list}}")
    }

    @Test(arguments: [
        ("x\n{{c}}", 2, "nothing is called “c” here"), ("{{#a}}\nx", 1, "has no “{{/a}}”"),
        ("{{/a}}", 1, "ends no section"), ("{{#a}}{{#b}}\n{{/a}}{{/b}}", 2, "open is “b” from line 1"),
        ("a {{b", 1, "has no “}}”"), ("{{}}", 1, "nothing is called “”"),
    ])
    func aMistakeIsNamedWithItsLine(_ text: String, _ line: Int, _ expected: String) {
        let problems = TemplateParser.parse(text, known: Self.names).problems
        #expect(problems.contains { $0.line == line && $0.detail.contains(expected) }, "\(problems)")
    }

    @Test func theBuiltInTextsAreSound() {
        for key in MailTemplates.Key.all {
            var templates = MailTemplates()
            #expect(templates.read(BuiltInTemplates.text(key), for: key).isEmpty, "\(key.file)")
        }
    }

    @Test func anHTMLTextMayLoadNothing() {
        var templates = MailTemplates.builtIn
        let key = MailTemplates.Key(kind: .alert, language: .german, form: .html)
        let found = templates.read("<p>\n<img SRC=\"https://x.example\">", for: key)
        #expect(found.map(\.line) == [2, 2])
        #expect(templates == .builtIn)
    }
}
