import Foundation
import HarkTesting
import Testing

extension Flows {
    /// The full screen in a real terminal: how it ends, and what it does without its server.
    @Suite(.enabled(if: Tools.tmux != nil, "tmux is not installed"))
    struct Terminals {
        /// In a shell that leaves the terminal as it finds it, so that what is given back was given back by `hark`.
        @Test(arguments: [
            ("q", "status 0"), ("TERM", "status 143"), ("HUP", "status 129"), ("SEGV", "status 139"),
            ("ABRT", "status 134"),
        ])
        func theTerminalIsGivenBackHoweverTheProgramEnds(_ end: String, _ status: String) async throws {
            let (service, terminal) = try await Self.opened(in: "/bin/sh")
            #expect(try await terminal.fact("alternate_on") == "1")
            if end == "q" { try await terminal.press("q") } else { try await Self.kill(terminal, end) }
            try await terminal.screen(holding: status, "modes are back", within: .seconds(60))
            for (fact, value) in [
                ("alternate_on", "0"), ("cursor_flag", "1"), ("mouse_any_flag", "0"), ("wrap_flag", "1"),
            ] {
                #expect(try await terminal.fact(fact) == value, "\(fact) after \(end)")
            }
            #expect(await service.terminate() == 0)
        }

        /// Nothing in a program runs when it is killed by 9: the picture stays until `reset`. The modes come back with the
        /// shell, which mends them for itself.
        @Test(.enabled(if: Tools.bash != nil, "bash is not installed"))
        func afterKill9TheShellMendsTheModes() async throws {
            let (service, terminal) = try await Self.opened(in: "/usr/bin/env bash --norc --noprofile -i")
            try await Self.kill(terminal, "KILL")
            try await terminal.screen(holding: "status 137", "modes are back")
            #expect(await service.terminate() == 0)
        }

        @Test func withoutItsServerTheScreenSaysSoKeepsTheDraftAndGoesOn() async throws {
            let door = try await ReplyDoor.open()
            let files = DayFiles.files(answersTo: door.origin, listen: "127.0.0.1:\(try freePort())")
            let service = try await Service.running(files)
            try await DayTexts.post(to: service, count: 3)
            let terminal = try await service.terminal(running: "hark")
            try await terminal.screen(holding: "1 of 3", "● live", " ago")
            try await terminal.press("r")
            try await terminal.screen(holding: "reply to Petra Ohm")
            try await terminal.write("Hallo Petra, wir sind dran.")
            await service.kill()
            try await terminal.screen(
                holding: "offline for",
                "offline, the draft is kept",
                "Hallo Petra, wir sind dran."
            )
            try await terminal.press("C-x")
            try await terminal.screen(holding: "offline: not sent, the draft is kept")
            try await terminal.press("Escape")
            try await Still.expect(terminal.screen(holding: "the draft is kept; r goes on"), "lost-server")

            // Not even the client's own end takes the draft.
            try await Self.kill(terminal, "KILL")
            try await service.start()
            let second = try await service.terminal(running: "hark")
            try await second.screen(holding: "1 of 3", "● live", "draft")
            try await second.press("r", "C-x")
            try await second.screen(holding: "answered and closed", "1 of 2")
            let replies = try await eventually("the answer at the shop") { door.replies.isEmpty ? nil : door.replies }
            #expect(replies.map(\.text) == ["Hallo Petra, wir sind dran."])
            #expect(await service.terminate() == 0)
            try await second.screen(holding: "offline for")
            try await service.start()
            try await second.screen(holding: "the server is back", "● live")
            #expect(await service.terminate() == 0)
            await door.close()
        }

        /// A shell that notes the terminal's modes, opens the full screen, and compares them afterwards.
        private static func opened(in shell: String) async throws -> (Service, Tmux) {
            let service = try await Service.running(DayFiles.files(answersTo: "http://127.0.0.1:9"))
            try await DayTexts.post(to: service, count: 2)
            let terminal = try await service.terminal(running: shell)
            let compare = "[ \"$before\" = \"$(stty -g)\" ] && echo modes are back || stty -a"
            try await terminal.type("before=$(stty -g); hark; echo status $?; \(compare)")
            try await terminal.screen(holding: "1 of 2", "● live")
            return (service, terminal)
        }

        /// Sends a signal to the `hark` in the terminal.
        private static func kill(_ terminal: Tmux, _ signal: String) async throws {
            var process = try await terminal.fact("pane_pid")
            while try name(of: process) != "hark" {
                let children = try String(contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
                guard let child = children.split(separator: " ").last else {
                    throw FlowFailure("no hark in the terminal")
                }
                process = String(child)
            }
            try await run("/bin/sh", ["-c", "kill -\(signal) \(process)"], in: NSTemporaryDirectory())
        }

        private static func name(of process: String) throws -> String {
            try String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8).trimmingCharacters(in: .newlines)
        }
    }
}
