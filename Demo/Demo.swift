import Foundation
import HarkCore

/// The plot: build the stage, play the day, show the inbox, stay up until somebody ends it.
enum Demo {
    static func run(_ arguments: [String]) async -> Int32 {
        guard !arguments.contains("--help"), !arguments.contains("-h") else {
            Screen.say(Options.usage)
            return 0
        }
        do {
            let options = try Options(arguments)
            let interrupts = Interrupts()
            defer { interrupts.stop() }
            let signals = interrupts.signals
            Screen.say("The demo makes \(options.folder)/ and starts the fakes and hark serve.")
            let stage = try await Stage.build(options)
            let show = Task { try await perform(on: stage, options) }
            let watch = Task {
                for await _ in signals { show.cancel() }
            }
            let result = await show.result
            watch.cancel()
            return await end(stage, result)
        } catch {
            return complain(error)
        }
    }

    private static func perform(on stage: Stage, _ options: Options) async throws {
        try await stage.server.ready(over: stage.transport)
        try await stage.admit("ana", as: .admin)
        try await stage.admit("ben", as: .agent)
        let day = try Day(file: "Demo/day.tsv")
        Screen.say("A day at Nordlicht: \(day.lines.count) things happen …")
        let start = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var play = Play(stage, day, start: start)
        try await play.run()
        let breach = try await BreachMail.first(in: stage.sink)
        try await Report(stage: stage, breach: breach).show()
        guard !options.exits else { return }
        Screen.say("\nIt stays up until Ctrl-C.")
        let (endings, tell) = AsyncStream<Int32>.makeStream()
        Task { tell.yield(await stage.server.ended.value) }
        // Ctrl-C cancels this task, and that ends the loop.
        for await status in endings where !Task.isCancelled {
            throw DemoFailure("hark serve ended by itself with \(status); \(stage.folder.log) says why")
        }
    }

    private static func end(_ stage: Stage, _ result: Result<Void, any Error>) async -> Int32 {
        let status = await stage.clear()
        switch result {
        case .failure(let error) where !(error is CancellationError): return complain(error)
        default: break
        }
        guard status == 0 else {
            return complain(DemoFailure("hark serve ended with \(status); \(stage.folder.log) says why"))
        }
        Screen.say("\nhark serve has finished its work and ended. Everything is kept in \(stage.folder.path). Goodbye.")
        return 0
    }

    private static func complain(_ error: any Error) -> Int32 {
        FileHandle.standardError.write(Data("hark-demo: \(error)\n".utf8))
        return 1
    }
}
