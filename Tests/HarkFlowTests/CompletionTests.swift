import Foundation
import HarkTesting
import Testing

extension Flows {
    /// Each shell completes lines with values of the running server, in a terminal, by the Tab key.
    @Suite(.enabled(if: Tools.tmux != nil, "tmux is not installed"))
    struct Completions {
        /// What is typed, how the line reads after Tab; nil where several values are shown, which then are these.
        private struct Line {
            var typed: String
            var completed: String?
            var shown: [String] = []
        }

        private static let lines = [
            Line(typed: "hark clo", completed: "hark close"),
            Line(typed: "hark assign 1", shown: ["10", "11", "12"]),
            Line(typed: "hark assign 1 tech", completed: "hark assign 1 technik"),
            Line(typed: "hark tag 2 +vi", completed: "hark tag 2 +vip"),
            Line(typed: "hark inbox --view la", completed: "hark inbox --view late"),
            Line(typed: "hark inbox is:una", completed: "hark inbox is:unassigned"),
            Line(typed: "hark inbox tag:v", completed: "hark inbox tag:vip"),
            Line(typed: "hark macro don", completed: "hark macro done"),
            Line(typed: "hark report --by ch", completed: "hark report --by channel"),
        ]

        @Test(.enabled(if: Tools.bash != nil, "bash is not installed"))
        func inBash() async throws {
            try await Self.complete(in: "bash --norc --noprofile -i", "source <(hark completion bash)")
        }

        @Test(.enabled(if: Tools.zsh != nil, "zsh is not installed"))
        func inZsh() async throws {
            let setUp = "hark completion zsh > _hark; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D"
            try await Self.complete(in: "zsh -f -i", setUp)
        }

        @Test(.enabled(if: Tools.fish != nil, "fish is not installed"))
        func inFish() async throws {
            try await Self.complete(in: "fish --no-config -i", "hark completion fish | source")
        }

        private static func complete(in shell: String, _ setUp: String) async throws {
            let service = try await house()
            let terminal = try await service.terminal(running: "cd $HOME && exec " + shell, columns: 100)
            try await terminal.type(setUp)
            try await terminal.type("echo set up")
            try await terminal.screen(holding: "\nset up")
            for line in lines {
                try await terminal.type("clear")
                try await terminal.write(line.typed)
                try await terminal.screen(holding: line.typed)
                try await Self.complete(line, on: terminal)
                try await terminal.press("C-u")
            }
            #expect(await service.terminate() == 0)
        }

        /// The first Tab completes as far as it is clear, the second shows what there is. A shell that did not hear from the
        /// server in time is asked again.
        private static func complete(_ line: Line, on terminal: Tmux) async throws {
            let texts = line.completed.map { [$0] } ?? line.shown
            try await eventually("“\(line.typed)” completed", within: .seconds(30)) {
                try await terminal.press(line.completed == nil ? ["Tab", "Tab"] : ["Tab"])
                return try? await eventually("\(texts)", within: .seconds(4)) {
                    let screen = try await terminal.screen()
                    return texts.allSatisfy(screen.contains) ? true : nil
                }
            }
        }

        /// Twelve conversations, a tag, a view, a macro.
        private static func house() async throws -> Service {
            var files = DayFiles.files(answersTo: "http://127.0.0.1:9")
            files.others["macros.yaml"] = "macros:\n  - {name: done, help: Nothing more to do., then: closed}"
            let service = try await Service.running(files)
            try await DayTexts.post(to: service, count: 12)
            #expect(try await service.hark("tag", "2", "+vip").status == 0)
            #expect(try await service.hark("views", "save", "late", "is:breached").status == 0)
            return service
        }
    }
}
