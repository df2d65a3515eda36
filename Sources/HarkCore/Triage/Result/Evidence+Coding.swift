extension Evidence {
    /// Reads an object with named members, or the short form that the store keeps: a list of aspect, term, weight, source,
    /// the span's start and length, group and rule, with null for what is not known. A message has dozens of them, and
    /// the names would be more than half of what is written.
    public init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            let aspect = try list.decode(Aspect.self)
            let term = try list.decode(String.self)
            let weight = try list.decode(Int.self)
            let source = try list.decode(String.self)
            let start = try list.decodeIfPresent(Int.self)
            let length = start == nil ? nil : try list.decodeIfPresent(Int.self)
            self.init(
                aspect: aspect,
                term: term,
                group: try list.decodeIfPresent(String.self),
                source: source,
                span: length.flatMap { length in start.map { TextSpan(start: $0, length: length) } },
                weight: weight,
                rule: try list.decodeIfPresent(String.self)
            )
            return
        }
        let object = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            aspect: try object.decode(Aspect.self, forKey: .aspect),
            term: try object.decode(String.self, forKey: .term),
            group: try object.decodeIfPresent(String.self, forKey: .group),
            source: try object.decode(String.self, forKey: .source),
            span: try object.decodeIfPresent(TextSpan.self, forKey: .span),
            weight: try object.decode(Int.self, forKey: .weight),
            rule: try object.decodeIfPresent(String.self, forKey: .rule)
        )
    }
    /// Writes an object with named members.
    public func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: CodingKeys.self)
        try object.encode(aspect, forKey: .aspect)
        try object.encode(term, forKey: .term)
        try object.encodeIfPresent(group, forKey: .group)
        try object.encode(source, forKey: .source)
        try object.encodeIfPresent(span, forKey: .span)
        try object.encode(weight, forKey: .weight)
        try object.encodeIfPresent(rule, forKey: .rule)
    }
}
