import Foundation

extension [UInt8] {
    /// The bytes as a value written in JSON; cut characters in strangers' texts are mended first.
    ///
    /// - Parameter type: What is expected.
    /// - Returns: The value.
    /// - Throws: ``DecodingFailure`` that says where reading ended, without a word of the payload.
    public func readJSON<Value: Decodable>(_ type: Value.Type = Value.self) throws(DecodingFailure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(mendedJSON))
        } catch {
            throw DecodingFailure(reading: error)
        }
    }
}

extension HTTPRequest {
    /// A POST of a value as JSON. The same value gives the same bytes.
    ///
    /// - Parameters:
    ///   - url: Where to.
    ///   - method: The method, where it is not POST.
    ///   - headers: Header fields beside the content type.
    ///   - json: The body.
    /// - Throws: ``ConnectorFailure/rejected(_:)`` when the value cannot be written.
    public init(
        url: String,
        method: String = "POST",
        headers: [HTTPField] = [],
        json: some Encodable
    ) throws(ConnectorFailure) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let body = try? encoder.encode(json) else { throw .rejected("the text cannot be written as JSON") }
        self.init(
            method: method,
            url: url,
            headers: headers + [HTTPField("Content-Type", "application/json")],
            body: [UInt8](body)
        )
    }

    /// A POST of a form.
    ///
    /// - Parameters:
    ///   - url: Where to.
    ///   - headers: Header fields beside the content type.
    ///   - form: The body.
    public init(url: String, headers: [HTTPField] = [], form: QueryText) {
        self.init(
            method: "POST",
            url: url,
            headers: headers + [HTTPField("Content-Type", "application/x-www-form-urlencoded")],
            body: form.body
        )
    }
}
