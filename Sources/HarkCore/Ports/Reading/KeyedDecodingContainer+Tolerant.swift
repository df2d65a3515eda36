extension KeyedDecodingContainer {
    /// A value that may be missing, null, or of a type nobody expected: then nil, so that one odd field does not cost the
    /// message around it.
    public func ifReadable<Value: Decodable>(_ type: Value.Type, _ key: Key) -> Value? {
        (try? decodeIfPresent(type, forKey: key)) ?? nil
    }
}
