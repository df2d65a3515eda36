import ArgumentParser

struct Completion: Action {
    static let configuration = CommandConfiguration(
        abstract: "Write the completion script of a shell, with live values: conversations, teams, tags, views.",
        discussion: """
            bash: hark completion bash > ~/.local/share/bash-completion/completions/hark
            zsh:  hark completion zsh > ~/.zsh/completion/_hark   (a folder of $fpath)
            fish: hark completion fish > ~/.config/fish/completions/hark.fish

            Example:
              hark completion bash
            """
    )

    enum Shell: String, CaseIterable, ExpressibleByArgument {
        case bash, zsh, fish
    }

    @Argument(help: "The shell.")
    var shell: Shell

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        surroundings.write(.data, HarkCommand.completionScript(for: kind) + "\n")
        return .done
    }
}
