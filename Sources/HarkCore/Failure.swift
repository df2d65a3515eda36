/// What went wrong at a boundary, in words for people and a code for programs.
///
/// REST renders it as problem+json (RFC 9457), the command line as one line and an exit code. `message` says what
/// happened and what to do next; it never holds a secret or a stranger's raw text.
public struct Failure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The catalogue of everything that can go wrong; the raw value is the `code` that programs read.
    public enum Code: String, Sendable, CaseIterable, Codable {
        case badRequest = "bad_request"
        case badQuery = "bad_query"
        case unauthorised = "unauthorised"
        case forbidden = "forbidden"
        case notFound = "not_found"
        case conflict = "conflict"
        case tooLarge = "too_large"
        case unprocessable = "unprocessable"
        case textTooLong = "text_too_long"
        case replyWindowClosed = "reply_window_closed"
        case badSignature = "bad_signature"
        case staleTimestamp = "stale_timestamp"
        case unknownChannel = "unknown_channel"
        case badConfiguration = "bad_configuration"
        case provider = "provider_error"
        case storage = "storage_error"
        case unavailable = "unavailable"
        case unreachable = "unreachable"
        case internalError = "internal_error"
    }

    /// Which entry of the catalogue.
    public var code: Code
    /// One or two sentences for a person.
    public var message: String
    /// The parts of the input that are wrong, each with a pointer (`/text`, `rules.yaml:12`).
    public var problems: [Problem]

    /// One wrong part of an input.
    public struct Problem: Sendable, Hashable, Codable {
        /// Where: a JSON pointer or `file:line`.
        public var pointer: String
        /// What is wrong and what would be right.
        public var detail: String

        /// A wrong part and where it stands.
        public init(pointer: String, detail: String) {
            self.pointer = pointer
            self.detail = detail
        }
    }

    /// A failure with its code and its sentence.
    public init(_ code: Code, _ message: String, problems: [Problem] = []) {
        self.code = code
        self.message = message
        self.problems = problems
    }

    /// The value as text.
    public var description: String {
        problems.isEmpty
            ? message : ([message] + problems.map { "\($0.pointer): \($0.detail)" }).joined(separator: "\n")
    }
}
