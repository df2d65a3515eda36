import HarkFakes
import Hummingbird
import Synchronization

/// A provider on a real socket that gives the answers it was told to give, in order, and remembers what it was asked.
final class ScriptedProvider: Sendable {
    struct Answer: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = WirePaper.text([])
        /// Says nothing for so long before it answers.
        var delay: Duration = .zero
    }

    struct Question: Sendable, Hashable {
        var path: String
        var query: String
        var body: String
        var idempotencyKey: String?
    }

    private let script = Mutex<[Answer]>([])
    private let stream: AsyncStream<Question>
    private let tell: AsyncStream<Question>.Continuation

    init(_ answers: [Answer] = []) {
        (stream, tell) = AsyncStream.makeStream()
        script.withLock { $0 = answers }
    }

    func then(_ answer: Answer) { script.withLock { $0.append(answer) } }

    /// Waits for the next questions, in order.
    func questions(_ count: Int) async -> [Question] {
        var questions: [Question] = []
        for await question in stream {
            questions.append(question)
            if questions.count == count { break }
        }
        return questions
    }

    func start() async throws -> LiveServer {
        let router = Router()
        for method in [HTTPRequest.Method.get, .post, .put] {
            router.on("**", method: method) { request, _ in
                let body = try await request.body.collect(upTo: 1 << 20)
                let answer = self.script.withLock { $0.isEmpty ? Answer() : $0.removeFirst() }
                self.tell.yield(
                    Question(
                        path: request.uri.path,
                        query: request.uri.query ?? "",
                        body: String(buffer: body),
                        idempotencyKey: request.headers[.init("Idempotency-Key") ?? .date]
                    )
                )
                try? await Task.sleep(for: answer.delay)
                var response = Response(
                    status: .init(code: answer.status),
                    body: .init(byteBuffer: ByteBuffer(string: answer.body))
                )
                for (name, value) in answer.headers { response.headers[.init(name) ?? .date] = value }
                return response
            }
        }
        return try await LiveServer.start(router)
    }
}
