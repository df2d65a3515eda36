import Foundation
import HarkCore

/// Runs commands as a person's shell does, in turns, and times each from its start to its end.
struct DayMeasurement {
    let options: BenchOptions
    let day: Day

    /// A command with its times.
    private struct Subject {
        var name: String
        var command: TimedCommand
        var seconds: [Double] = []
    }

    func run() async throws -> [Goal] {
        let binary = try options.binary()
        return try await options.withFolder { folder in
            let house = try HarkHouse(binary: binary, folder: "\(folder)/hark", config: options.config)
            try await fill(house)
            let token = try house.token()
            let server = try await house.start()
            let environment = ["HARK_SERVER": "http://127.0.0.1:\(server.port)", "HARK_TOKEN": token]
            var subjects = [
                Subject(name: "hark --version", command: TimedCommand(binary, ["--version"], environment)),
                Subject(name: "hark inbox", command: TimedCommand(binary, ["inbox"], environment)),
            ]
            let mails = try MailPile(count: day.mails, folder: "\(folder)/mails")
            if let mails { subjects.append(Subject(name: "notmuch search", command: mails.search)) }
            for round in 0..<day.rounds + 3 {
                for index in subjects.indices {
                    let seconds = try subjects[index].command.run()
                    // The first rounds fill caches.
                    if round >= 3 { subjects[index].seconds.append(seconds) }
                }
            }
            report(subjects)
            return goals(subjects)
        }
    }

    private func fill(_ house: HarkHouse) async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let began = Stopwatch.now
        try await InboxSeed(count: day.conversations, messages: day.messages, now: now).fill(house.database)
        let seconds = Figures.text(Stopwatch.now - began, 1)
        Screen.say("seeded \(day.conversations) conversations of \(day.messages) messages in \(seconds) s")
    }

    private func report(_ subjects: [Subject]) {
        Screen.say(Figures.row(["command", "p50 ms", "p99 ms", "least ms"]))
        for subject in subjects {
            let figures = [0.5, 0.99, 0].map { Figures.text(Figures.quantile(subject.seconds, $0) * 1000, 1) }
            Screen.say(Figures.row([subject.name] + figures))
        }
    }

    private func goals(_ subjects: [Subject]) -> [Goal] {
        let hark = Figures.median(subjects[1].seconds) * 1000
        let figure = Figures.text(hark, 1) + " ms"
        var goals = [Goal(name: "hark inbox p50", figure: figure, bound: "under 60 ms", isMet: hark < 60)]
        if subjects.count > 2 {
            let share = hark / (Figures.median(subjects[2].seconds) * 1000)
            goals.append(
                Goal(
                    name: "hark inbox beside notmuch search",
                    figure: Figures.percent(share),
                    bound: "under 50 %",
                    isMet: share < 0.5
                )
            )
        }
        return goals
    }
}
