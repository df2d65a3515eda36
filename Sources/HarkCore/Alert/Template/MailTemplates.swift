/// The texts of alert mails: one for a single alert, one for several, each in two languages and two forms.
public struct MailTemplates: Sendable, Hashable {
    /// Which text.
    public struct Key: Sendable, Hashable {
        /// For one alert or several.
        public var kind: Kind
        /// In which language: German, or else English.
        public var language: Language
        /// As text or HTML.
        public var form: Template.Form

        /// How many alerts a mail tells.
        public enum Kind: String, Sendable, CaseIterable {
            case alert, digest
        }

        /// The file's name: `alert.de.txt`.
        public var file: String {
            "\(kind.rawValue).\(language == .german ? "de" : "en").\(form == .html ? "html" : "txt")"
        }

        /// All of them.
        public static let all: [Key] = Kind.allCases.flatMap { kind in
            [Language.german, .english].flatMap { language in
                [Template.Form.plain, .html].map { Key(kind: kind, language: language, form: $0) }
            }
        }
    }

    private var templates: [Key: Template] = [:]
    /// What the texts of single keys were read from; part of the configuration's fingerprint.
    public private(set) var sources: [String: String] = [:]

    /// The texts that are built in.
    public static let builtIn: MailTemplates = {
        var templates = MailTemplates()
        for key in Key.all { _ = templates.read(BuiltInTemplates.text(key), for: key) }
        return templates
    }()

    /// Replaces one text. Returns every mistake in it, with its line; a text with mistakes replaces nothing.
    public mutating func read(_ text: String, for key: Key) -> [(line: Int, detail: String)] {
        let (template, problems) = TemplateParser.parse(text, known: MailValues.names(key.kind))
        let foreign = key.form == .html ? Self.foreign(text) : []
        let all = (problems + foreign).sorted { $0.line < $1.line }
        if all.isEmpty {
            templates[key] = template
            sources[key.file] = text
        }
        return all.map { ($0.line, $0.detail) }
    }

    /// The text of a key.
    func template(_ key: Key) -> Template { templates[key] ?? Template(nodes: []) }

    /// What would load something from elsewhere, or run.
    private static func foreign(_ text: String) -> [TemplateParser.Problem] {
        let forbidden = ["src=", "<script", "<link", "<iframe", "<object", "<img", "url(", "@import", "<form"]
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { index, line in
            let lowered = line.lowercased()
            return forbidden.filter(lowered.contains).map {
                TemplateParser.Problem(line: index + 1, detail: "“\($0)” loads or runs something; mails must not")
            }
        }
    }
}
