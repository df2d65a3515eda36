import HarkCore
import Testing

/// Whatever is sent, the answer says what is wrong and where.
struct BadInputTests {
    struct Case: Sendable {
        var method: String
        var path: String
        var body: [UInt8]
        var status: Int
        var code: String
        var pointer: String?

        init(_ method: String, _ path: String, _ status: Int, _ code: String, _ at: String? = nil) {
            self.init(method, path, bytes: [], status, code, at)
        }

        init(_ method: String, _ path: String, _ body: String, _ status: Int, _ code: String, _ at: String? = nil) {
            self.init(method, path, bytes: Array(body.utf8), status, code, at)
        }

        init(_ method: String, _ path: String, bytes: [UInt8], _ status: Int, _ code: String, _ at: String? = nil) {
            (self.method, self.path, body, self.status, self.code, pointer) = (method, path, bytes, status, code, at)
        }
    }

    static let one = "/api/v1/conversations/1"

    static let addresses: [Case] = [
        Case("GET", "/api/v1/conversations?limit=0", 400, "bad_request", "?limit"),
        Case("GET", "/api/v1/conversations?limit=201", 400, "bad_request", "?limit"),
        Case("GET", "/api/v1/conversations?limit=ten", 400, "bad_request", "?limit"),
        Case("GET", "/api/v1/conversations?limt=10", 400, "bad_request", "?limt"),
        Case("GET", "/api/v1/conversations?cursor=%21%21", 400, "bad_request"),
        Case("GET", "/api/v1/conversations?q=%FF%FE", 400, "bad_request"),
        Case("GET", "/api/v1/conversations?q=urgency%3E%3D", 400, "bad_query"),
        Case("GET", "/api/v1/conversations?q=" + String(repeating: "a", count: 2001), 400, "bad_request", "?q"),
        Case("GET", "/api/v1/events?after=-1", 400, "bad_request", "?after"),
        Case("GET", "/api/v1/deliveries?undecoded=maybe", 400, "bad_request", "?undecoded"),
        Case("GET", "/api/v1/conversations/99", 404, "not_found"),
        Case("GET", "/api/v1/conversations/abc", 404, "not_found"),
        Case("GET", "/api/v1/conversations/-1", 404, "not_found"),
        Case("GET", "/api/v1/conversations/99999999999999999999", 404, "not_found"),
        Case("GET", "/api/v1/nothing", 404, "not_found"), Case("GET", "/", 404, "not_found"),
        Case("DELETE", one, 405, "bad_request"), Case("PUT", "/api/v1/tokens", 405, "bad_request"),
    ]

    static let bodies: [Case] = [
        Case("POST", one + "/replies", "", 422, "unprocessable", "/text"),
        Case("POST", one + "/replies", "{", 400, "bad_request", ""),
        Case("POST", one + "/replies", "[]", 422, "unprocessable"),
        Case("POST", one + "/replies", #"{"text":7}"#, 422, "unprocessable", "/text"),
        Case("POST", one + "/replies", #"{"text":null}"#, 422, "unprocessable", "/text"),
        Case("POST", one + "/replies", #"{"text":"hi","then":"gone"}"#, 422, "unprocessable", "/then"),
        Case("POST", one + "/replies", #"{"text":"hi","a/b":1}"#, 422, "unprocessable", "/a~1b"),
        Case("POST", one + "/replies", #"{"text":"  "}"#, 422, "unprocessable", "/text"),
        Case(
            "POST",
            one + "/notes",
            bytes: Array(#"{"text":""#.utf8) + [0xE2, 0x82] + Array(#""}"#.utf8),
            400,
            "bad_request",
            ""
        ),
        Case(
            "POST",
            one + "/notes",
            #"{"text":"\#(String(repeating: "ä", count: 50_001))"}"#,
            422,
            "text_too_long",
            "/text"
        ),
        Case("POST", one + "/notes", #"{"text":"\#(String(repeating: "a", count: 1 << 20))"}"#, 413, "too_large"),
        Case("PATCH", one, #"{"state":"lost"}"#, 422, "unprocessable", "/state"),
        Case("PATCH", one, #"{"team":"nobody"}"#, 422, "unprocessable", "/team"),
        Case("PATCH", one, #"{"colour":"red"}"#, 422, "unprocessable", "/colour"),
        Case("PATCH", one, #"{"state":"snoozed","snoozed_until":"tomorrow"}"#, 422, "unprocessable", "/snoozed_until"),
        Case("PATCH", one, #"{"add_tags":["ok",3]}"#, 422, "unprocessable", "/add_tags/1"),
        Case("POST", "/api/v1/tokens", #"{"name":"x","role":"king"}"#, 422, "unprocessable", "/role"),
        Case("POST", "/api/v1/deliveries/retry", #"{"ids":[1.5]}"#, 422, "unprocessable"),
        Case("POST", "/api/v1/channels/check", #"{"ids":["none"]}"#, 404, "not_found"),
    ]

    @Test func badAddressesAndBodiesAreProblemsWithAPointer() async throws {
        try await LiveHark.run { hark async throws in
            _ = try await hark.conversation()
            for bad in Self.addresses + Self.bodies {
                let answer = try await hark.call(bad.method, bad.path, as: .admin, body: bad.body)
                let name =
                    "\(bad.method) \(bad.path.prefix(60)) \(String(decoding: bad.body.prefix(60), as: UTF8.self))"
                #expect(answer.status == bad.status, "\(name)")
                let problem = try #require(answer.problem, "\(name): \(answer.text)")
                #expect(problem.status == bad.status, "\(name)")
                #expect(problem.code == bad.code, "\(name)")
                #expect(problem.type == "urn:hark:problem:\(bad.code)")
                #expect(!problem.title.isEmpty && !problem.detail.isEmpty && !problem.requestID.isEmpty, "\(name)")
                if let pointer = bad.pointer { #expect(problem.problems?.first?.pointer == pointer, "\(name)") }
            }
            let file = try #require(try await hark.store.file(of: .init(1)))
            #expect(file.messages.count == 1, "nothing of it was stored")
        }
    }

    @Test func theWrongMethodNamesTheRightOnes() async throws {
        try await LiveHark.run { hark async throws in
            #expect(try await hark.call("DELETE", Self.one).header("allow") == "GET, HEAD, PATCH")
            #expect(try await hark.call("PUT", "/webhooks/wire").header("allow") == "GET, HEAD, POST")
        }
    }

    @Test func everyAnswerCarriesTheSafeHeaders() async throws {
        try await LiveHark.run { hark async throws in
            for path in ["/livez", "/api/v1/me", "/api/v1/conversations", "/nowhere"] {
                let answer = try await hark.call("GET", path, as: .agent)
                #expect(answer.header("cache-control") == "no-store")
                #expect(answer.header("x-content-type-options") == "nosniff")
                #expect(answer.header("content-type")?.hasSuffix("; charset=utf-8") == true)
                #expect(answer.header("x-request-id")?.isEmpty == false)
            }
        }
    }

    /// 4-byte characters, NUL, line ends and 100 kB are texts like any other.
    @Test(arguments: ["👩‍👩‍👧‍👦 𝔊rüße", "a\u{0}b\r\nc\u{202E}d", String(repeating: "x", count: 100_000)])
    func strangeTextsComeBackAsTheyWent(_ text: String) async throws {
        try await LiveHark.run { hark async throws in
            let id = try await hark.conversation()
            let body = try JSONText.object(["text": text])
            let noted = try await hark.call("POST", "/api/v1/conversations/\(id)/notes", as: .agent, json: body)
            #expect(noted.status == 201, "\(noted.text.prefix(200))")
            let detail: ConversationDetail = try await hark.call("GET", "/api/v1/conversations/\(id)", as: .agent)
                .json()
            #expect(detail.messages.last?.text == text)
        }
    }
}
