import HarkCore
import Hummingbird
import NIOCore

/// The event log as server-sent events. Each carries its position, so that a reader resumes without a gap.
struct EventStream: Sendable {
    let desk: any Desk
    let log: Wakeup
    let phase: Phase
    /// How long a quiet stream stays silent; proxies close what says nothing.
    var silence: Duration = .seconds(15)

    func response(after start: Int64) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/event-stream; charset=utf-8"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                try await run(after: start) { try await writer.write(ByteBuffer(string: $0)) }
                try await writer.finish(nil)
            }
        )
    }

    /// Writes until the reader is gone or the service ends; the last word of an ending service is a whole event.
    private func run(after start: Int64, write: (String) async throws -> Void) async throws {
        var position = start
        while !phase.isLeaving, !Task.isCancelled {
            let seen = log.count
            let events = try await desk.events(after: position, limit: 200)
            for event in events {
                let data = try JSONBody.text(event)
                try await write("id: \(event.id)\nevent: \(event.kind.rawValue)\ndata: \(data)\n\n")
            }
            position = events.last?.id ?? position
            guard events.isEmpty else { continue }
            await log.change(since: seen, atMost: silence)
            if log.count == seen { try await write(": still here\n\n") }
        }
    }
}
