/// The texts that hold where `Config/templates/` says nothing else.
public enum BuiltInTemplates {
    /// The text of a key.
    public static func text(_ key: MailTemplates.Key) -> String {
        switch (key.kind, key.form, key.language) {
        case (.alert, .plain, .german): AlertText.german
        case (.alert, .plain, .english), (.alert, .plain, .other): AlertText.english
        case (.alert, .html, .german): AlertHTML.german
        case (.alert, .html, .english), (.alert, .html, .other): AlertHTML.english
        case (.digest, .plain, .german): DigestText.german
        case (.digest, .plain, .english), (.digest, .plain, .other): DigestText.english
        case (.digest, .html, .german): DigestHTML.german
        case (.digest, .html, .english), (.digest, .html, .other): DigestHTML.english
        }
    }
}
