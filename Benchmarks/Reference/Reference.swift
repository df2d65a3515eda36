import ArgumentParser
import HarkSQLite
import Hummingbird
import Logging

/// The bare reference: verifies, reads and writes the rows that hark writes, and decides nothing.
struct Reference: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run the reference server, which hark is measured beside.",
        shouldDisplay: false
    )

    @Option(help: "The port to listen on.")
    var port: Int

    @Option(help: "The database file; made with hark's schema when it is not there.")
    var database: String

    func run() async throws {
        try SQLiteStore(path: database).close()
        let writer = try ReferenceWriter(path: database)
        var logger = Logger(label: "reference")
        logger.logLevel = .critical
        let application = Application(
            router: router(writer),
            configuration: .init(address: .hostname("127.0.0.1", port: port)),
            logger: logger
        )
        try await application.runService()
    }

    private func router(_ writer: ReferenceWriter) -> Router<BasicRequestContext> {
        let router = Router()
        let signature = ReferenceSignature()
        router.get("/readyz") { _, _ in HTTPResponse.Status.ok }
        router.post("\(Webhooks.path)") { request, _ -> HTTPResponse.Status in
            let body = try await request.body.collect(upTo: 1 << 20)
            let signed = HTTPFields.Key("X-Hub-Signature-256").flatMap { request.headers[$0] }
            guard signature.verify(body, signed) else { return .unauthorized }
            for row in try ReferencePayload.rows(body) { try await writer.write(row) }
            return .ok
        }
        return router
    }
}
