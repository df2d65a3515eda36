/// A text with places to fill in: `{{author}}`, `{{#overdue}}…{{/overdue}}`, `{{^words}}…{{/words}}`.
///
/// The part of Mustache that mails need. A section stands when its value holds, once for each element of a list. A line that
/// holds only the tag of a section leaves no line behind.
public struct Template: Sendable, Hashable {
    indirect enum Node: Sendable, Hashable {
        case text(String)
        case value(String)
        case section(String, isInverted: Bool, [Node])
    }

    let nodes: [Node]

    init(nodes: [Node]) { self.nodes = nodes }

    /// How values are written into the text.
    public enum Form: Sendable, Hashable {
        /// As they are.
        case plain
        /// With markup escaped.
        case html
    }

    /// The text with everything filled in.
    func filled(with values: TemplateValues, form: Form) -> String {
        var result = ""
        Self.fill(nodes, [values], form, &result)
        return result
    }

    private static func fill(_ nodes: [Node], _ scopes: [TemplateValues], _ form: Form, _ result: inout String) {
        for node in nodes {
            switch node {
            case .text(let text): result += text
            case .value(let name):
                let text = value(name, scopes)?.text ?? ""
                result += form == .html ? HTMLText.escaped(text) : text
            case .section(let name, let isInverted, let inner):
                let value = value(name, scopes)
                guard !isInverted else {
                    if value?.holds != true { fill(inner, scopes, form, &result) }
                    continue
                }
                for scope in value?.scopes ?? [] { fill(inner, scopes + [scope], form, &result) }
            }
        }
    }

    /// The value of a name in the innermost scope that knows it.
    private static func value(_ name: String, _ scopes: [TemplateValues]) -> TemplateValue? {
        for scope in scopes.reversed() { if let value = scope[name] { return value } }
        return nil
    }
}

/// What a template is filled with.
typealias TemplateValues = [String: TemplateValue]

/// A value for a place in a template.
enum TemplateValue: Sendable, Hashable {
    case text(String)
    case flag(Bool)
    case list([TemplateValues])

    /// What stands in its place.
    var text: String {
        switch self {
        case .text(let text): text
        case .flag, .list: ""
        }
    }

    /// Whether a section of it stands.
    var holds: Bool { !scopes.isEmpty }

    /// What a section of it is filled with, once for each.
    var scopes: [TemplateValues] {
        switch self {
        case .text(let text): text.isEmpty ? [] : [[:]]
        case .flag(let flag): flag ? [[:]] : []
        case .list(let list): list
        }
    }
}
