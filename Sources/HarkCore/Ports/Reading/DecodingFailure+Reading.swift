extension DecodingFailure {
    /// Says where and how a decoder stumbled, without a word of the payload: that is a stranger's text.
    public init(reading error: any Error) {
        switch error {
        case let failure as DecodingFailure: self = failure
        case DecodingError.keyNotFound(let key, let context):
            self.init("“\(key.stringValue)” is missing\(Self.place(context))")
        case DecodingError.typeMismatch(let type, let context):
            self.init("expected \(Self.noun(for: type))\(Self.place(context))")
        case DecodingError.valueNotFound(let type, let context):
            self.init("expected \(Self.noun(for: type)), found null\(Self.place(context))")
        case DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty: self.init("no valid JSON")
        case DecodingError.dataCorrupted(let context): self.init("a broken value\(Self.place(context))")
        default: self.init("unreadable: \(type(of: error))")
        }
    }

    private static func place(_ context: DecodingError.Context) -> String {
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
        return path.isEmpty ? "" : " at \(path)"
    }

    private static func noun(for type: any Any.Type) -> String {
        if type is any ExpressibleByDictionaryLiteral.Type { return "an object" }
        if type is any ExpressibleByArrayLiteral.Type { return "a list" }
        return "a value of type \(type)"
    }
}
