extension Evidence {
    /// Reads an object with named members, or the short form that the store keeps: a list of aspect, term, weight, source,
    /// the span's start and length, group and rule, with null for what is not known. A message has dozens of them, and
    /// the names would be more than half of what is written.
    public init(from decoder: any Decoder) throws {
        if var list = try? decoder.unkeyedContainer() {
            self.init(
                aspect: try list.decode(Aspect.self),
                term: try list.decode(String.self),
                source: "",
                weight: try list.decode(Int.self)
            )
            source = try list.decode(String.self)
            if let start = try list.decodeIfPresent(Int.self), let length = try list.decodeIfPresent(Int.self) {
                span = TextSpan(start: start, length: length)
            }
            group = try list.decodeIfPresent(String.self)
            rule = try list.decodeIfPresent(String.self)
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
}
