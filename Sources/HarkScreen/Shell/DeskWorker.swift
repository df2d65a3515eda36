import HarkCore
import Synchronization

/// Carries out what the screen asks of the desk; the answers come by mail.
final class DeskWorker: Sendable {
    private static let page = 200

    private let desk: any Desk
    private let mail: ScreenMail
    private let deeds: AsyncStream<(ScreenAct, [Int64])>.Continuation
    private let tasks: Mutex<[Task<Void, Never>]>
    /// What is being read: a conversation that the cursor has left need not be read to its end.
    private let reading = Mutex<Task<Void, Never>?>(nil)

    /// Starts to listen to the news and to wait for deeds.
    init(desk: any Desk, mail: ScreenMail, news: AsyncStream<ScreenNews>) {
        self.desk = desk
        self.mail = mail
        let (stream, continuation) = AsyncStream<(ScreenAct, [Int64])>.makeStream()
        deeds = continuation
        // One after the other: what was typed first happens first.
        let acting = Task {
            for await (deed, ids) in stream { mail.post(.performed(deed, await Self.perform(deed, ids, desk))) }
        }
        let listening = Task { for await word in news { mail.post(.news(word)) } }
        tasks = Mutex([acting, listening])
    }

    func list(_ query: String, count: Int, ticket: Int) {
        let (desk, mail) = (desk, mail)
        Task {
            let result = await Self.attempt {
                var page = InboxPage(data: [], next: nil)
                repeat {
                    let limit = min(Self.page, count - page.data.count)
                    let more = try await desk.inbox(InboxRequest(query: query, limit: limit, cursor: page.next))
                    page = InboxPage(data: page.data + more.data, next: more.next)
                } while page.next != nil && page.data.count < count
                return page
            }
            mail.post(.listed(ticket: ticket, result))
        }
    }

    func open(_ id: Int64) {
        let (desk, mail) = (desk, mail)
        let task = Task {
            let number = Conversation.ID(id)
            let result = await Self.attempt {
                async let explanation = try? desk.explain(number)
                return ScreenEvent.Reading(
                    detail: try await desk.conversation(number),
                    explanation: await explanation
                )
            }
            if !Task.isCancelled { mail.post(.opened(id, result)) }
        }
        reading.withLock { reading in
            reading?.cancel()
            reading = task
        }
    }

    func directory() {
        let (desk, mail) = (desk, mail)
        Task { mail.post(.directory(await Self.attempt { try await desk.directory() })) }
    }

    func perform(_ deed: ScreenAct, _ ids: [Int64]) { deeds.yield((deed, ids)) }

    /// Waits until every deed that was begun has its answer, then ends.
    func finish() async {
        deeds.finish()
        let tasks = tasks.withLock { $0 }
        tasks.last?.cancel()
        await tasks.first?.value
    }

    private static func perform(_ deed: ScreenAct, _ ids: [Int64], _ desk: any Desk) async -> [ActOutcome] {
        var outcomes: [ActOutcome] = []
        for id in ids {
            let number = Conversation.ID(id)
            let result = await attempt {
                switch deed {
                case .change(let change, _): try await desk.change(number, change)
                case .reply(let reply): try await desk.reply(number, reply)
                case .note(let text): try await desk.note(number, text: text)
                }
            }
            outcomes.append(ActOutcome(conversation: id, result: result))
        }
        return outcomes
    }

    private static func attempt<Value>(_ work: () async throws -> Value) async -> Result<Value, Failure> {
        do {
            return .success(try await work())
        } catch let failure as Failure {
            return .failure(failure)
        } catch {
            return .failure(Failure(.internalError, "\(error)"))
        }
    }
}
