import Foundation
import HarkCore
import Hummingbird
import NIOCore

/// JSON in and out: strict when it is read, stable when it is written.
enum JSONBody {
    /// The largest command.
    static let limit = 1 << 20

    /// A value as the body of a response.
    static func response(_ value: some Encodable, status: Hummingbird.HTTPResponse.Status = .ok) -> Response {
        guard let data = try? encoder.encode(value) else { return Response(status: .internalServerError) }
        return Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .contentLength: String(data.count)],
            body: .init(byteBuffer: ByteBuffer(bytes: data))
        )
    }

    /// A value as one line of JSON text.
    static func text(_ value: some Encodable) throws -> String {
        String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Reads a command whose fields are all known. An empty body counts as `{}`.
    static func read<Value: Decodable>(
        _ type: Value.Type,
        from request: Request,
        fields: Set<String>
    ) async throws -> Value {
        var bytes = try await RawBody.collect(request, limit: limit)
        if bytes.isEmpty { bytes = Array("{}".utf8) }
        let data = Data(bytes)
        do {
            // The decoder looks at a text's bytes only when it is asked for the text.
            guard String(validating: bytes, as: UTF8.self) != nil else { throw notJSON }
            let unknown = try names(in: data).filter { !fields.contains($0) }.sorted()
            guard unknown.isEmpty else { throw unknownFields(unknown, known: fields) }
            return try JSONDecoder().decode(type, from: data)
        } catch let error as DecodingError {
            throw failure(for: error)
        }
    }

    /// The names of an object's fields. Whatever is no JSON at all ends here.
    private static func names(in data: Data) throws -> [String] {
        do {
            return try JSONDecoder().decode(FieldNames.self, from: data).names
        } catch DecodingError.dataCorrupted {
            throw notJSON
        }
    }

    private static let notJSON = Failure(
        .badRequest,
        "the body is not valid JSON in UTF-8",
        problems: [.init(pointer: "", detail: "a JSON object is expected")]
    )

    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    private static func unknownFields(_ names: [String], known: Set<String>) -> Failure {
        let list = known.sorted().joined(separator: ", ")
        return Failure(
            .unprocessable,
            "the body has fields that mean nothing here",
            problems: names.map { .init(pointer: pointer([$0]), detail: "unknown field; known are \(list)") }
        )
    }

    private static func failure(for error: DecodingError) -> Failure {
        switch error {
        case .dataCorrupted(let context):
            invalid(context.codingPath, "this value is not allowed here")
        case .keyNotFound(let key, let context):
            invalid(context.codingPath + [key], "this field is required")
        case .typeMismatch(let type, let context):
            invalid(context.codingPath, "expected \(words(for: type))")
        case .valueNotFound(let type, let context):
            invalid(context.codingPath, "expected \(words(for: type)), found null")
        @unknown default:
            Failure(.badRequest, "the body cannot be read")
        }
    }

    private static func invalid(_ path: [any CodingKey], _ detail: String) -> Failure {
        let pointer = pointer(path.map { $0.intValue.map(String.init) ?? $0.stringValue })
        return Failure(.unprocessable, "the body cannot be used", problems: [.init(pointer: pointer, detail: detail)])
    }

    /// A JSON pointer (RFC 6901).
    private static func pointer(_ path: [String]) -> String {
        path.map { part in
            "/" + part.replacingOccurrences(of: "~", with: "~0").replacingOccurrences(of: "/", with: "~1")
        }.joined()
    }

    private static func words(for type: Any.Type) -> String {
        switch type {
        case is String.Type: "a text"
        case is Bool.Type: "true or false"
        case is any FixedWidthInteger.Type: "a whole number"
        case is [Any].Type: "a list"
        case is [String: Any].Type: "an object"
        default: "another type of value"
        }
    }
}

/// The names of an object's fields, whatever their values are.
private struct FieldNames: Decodable {
    struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    var names: [String]

    init(from decoder: any Decoder) throws {
        names = try decoder.container(keyedBy: Name.self).allKeys.map(\.stringValue)
    }
}
