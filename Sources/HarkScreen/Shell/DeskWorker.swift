import HarkCore
import Synchronization

/// Carries out what the screen asks of the desk; the answers come by mail.
final class DeskWorker: Sendable {
    private static let page = 200

    private let desk: any Desk
    private let mail: ScreenMail
    private let acts: AsyncStream<(ScreenAct, [Int64])>.Continuation
    private let tasks: Mutex<[Task<Void, Never>]>
    /// What is being read: a conversation that the cursor has left need not be read to its end.
    private let reading = Mutex<Task<Void, Never>?>(nil)

    /// Starts to listen to the news and to wait for acts.
    init(desk: any Desk, mail: ScreenMail, news: AsyncStream<ScreenNews>) {
        self.desk = desk
        self.mail = mail
        let (stream, continuation) = AsyncStream<(ScreenAct, [Int64])>.makeStream()
        acts = continuation
        // One after the other: what was typed first happens first.
        let acting = Task {
            for await (act, ids) in stream {
                mail.post(.performed(act, await Self.perform(act, ids, desk), of: ids))
            }
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
                async let contact = try? desk.contact(of: number)
                return ScreenEvent.Reading(
                    detail: try await desk.conversation(number),
                    explanation: await explanation,
                    contact: await contact
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
        Task {
            mail.post(.directory(await Self.attempt { try await desk.directory() }))
            async let texts = try? desk.cannedTexts()
            async let macros = try? desk.macros()
            async let views = try? desk.views()
            mail.post(.shelf(Shelf(texts: await texts ?? [], macros: await macros ?? [], views: await views ?? [])))
        }
    }

    func canned(_ name: String, for id: Int64) {
        let (desk, mail) = (desk, mail)
        Task { mail.post(.canned(id, await Self.attempt { try await desk.cannedText(name, for: .init(id)) })) }
    }

    func preview(_ name: String, on ids: [Int64]) {
        let (desk, mail) = (desk, mail)
        Task {
            let result = await Self.attempt { try await desk.previewMacro(name, on: ids.map { .init($0) }) }
            mail.post(.previewed(name, result))
        }
    }

    func save(_ name: String, _ query: String) {
        let desk = desk
        Task {
            _ = try? await desk.saveView(SaveViewCommand(name: name, query: query))
            directory()
        }
    }

    func present(_ doing: Presence.Doing, at id: Int64, leaving left: Int64?) {
        let (desk, mail) = (desk, mail)
        Task {
            if let left { _ = try? await desk.present(nil, at: .init(left)) }
            if let others = try? await desk.present(doing, at: .init(id)) { mail.post(.present(id, others)) }
        }
    }

    func perform(_ act: ScreenAct, _ ids: [Int64]) { acts.yield((act, ids)) }

    /// Waits until every act that was begun has its answer, then ends.
    func finish() async {
        acts.finish()
        let tasks = tasks.withLock { $0 }
        tasks.last?.cancel()
        await tasks.first?.value
    }

    private static func perform(_ act: ScreenAct, _ ids: [Int64], _ desk: any Desk) async -> Result<ActReport, Failure>
    {
        await attempt {
            switch act {
            case .macro(let name): try await desk.runMacro(name, on: ids.map { .init($0) })
            case .undo: try await desk.undo(nil)
            case .change, .reply, .note: try await desk.act(ActCommand(ids: ids, deed: act.deed ?? Deed()))
            }
        }
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
