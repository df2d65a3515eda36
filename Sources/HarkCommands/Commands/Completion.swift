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

    /// Bash breaks words at colons, of which a query is full: here they are put together again, and what bash does not want
    /// to hear twice is taken away.
    private static let wholeWords = """
        _hark_by_whole_words() {
            local line="${COMP_LINE:0:COMP_POINT}" piece="${2}"
            local -a COMP_WORDS
            read -ra COMP_WORDS <<<"${line}"
            [[ "${line}" == *[[:space:]] ]] && COMP_WORDS+=("")
            local -i COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            local whole="${COMP_WORDS[COMP_CWORD]}"
            [[ "${piece}" == [:=] ]] && piece=""
            _hark "${1}" "${whole}" "${COMP_WORDS[COMP_CWORD - 1]}"
            local known="${whole%"${piece}"}"
            COMPREPLY=("${COMPREPLY[@]#"${known}"}")
        }
        complete -o filenames -F _hark_by_whole_words hark

        """

    @Argument(help: "The shell.")
    var shell: Shell

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        let kind: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        let script = HarkCommand.completionScript(for: kind)
        surroundings.write(.data, script + "\n" + (shell == .bash ? Self.wholeWords : ""))
        return .done
    }
}
