extension String {
    /// A provider's own words, fit for an error: one line, at most 200 characters, no control or direction characters,
    /// and none of the channel's credentials, which some providers echo.
    public func quoted(hiding secrets: some Sequence<Secret>) -> String {
        let line = String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }.filter { !$0.isInvisibleControl }
            )
        )
        var safe = line.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        for secret in secrets where !secret.reveal().isEmpty {
            safe = safe.split(separator: secret.reveal(), omittingEmptySubsequences: false).joined(separator: "••••")
        }
        return safe.count > 200 ? safe.prefix(199) + "…" : safe
    }
}

extension Unicode.Scalar {
    /// Whether a terminal could obey it rather than show it.
    fileprivate var isInvisibleControl: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
