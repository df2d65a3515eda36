import ArgumentParser

/// `hark help query`: the one language of inbox, views, rules and API.
struct QueryHelp: Action {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Explain the query language.",
        discussion: text
    )

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        surroundings.write(.data, Self.text + "\n")
        return .done
    }

    static let text = """
        Words, "phrases" and pre* look into messages; tests look at conversations. Side by side all must hold; OR, NOT (-) \
        and (parentheses) as you expect. The same field twice means either: tag:a tag:b is tag:a,b; write tag:a AND tag:b \
        for both. A query that names no state (and no id) means is:open.

        is:open pending snoozed closed            the state
        is:unread unassigned mine breached        nobody looked, nobody's, yours, too late
        is:answered waiting muted private public  answered once, a customer waits, …
        channel: network: team: tag: topic:       by name; field:* is “any”, field:a,b is “a or b”
        from: to: assignee:                       handle, name or id; our account; me, none
        kind:mention direct comment review        also email, chat; dm is direct
        lang:de en other   has:attachment   id:42
        urgency>=high  urgency<60                 low normal high critical, or 0 to 100
        sentiment<0                               negative (-1) neutral (0) positive (1)
        followers>10000
        age>2h  sla<30m                           since it began; until the deadline
        waiting>1h  created:2026-11-01..          also updated (date:) and due; a range is from..to
        date:yesterday  created:last-week         today, monday, this-month, today-7d; heute, gestern, montag, letzte-woche
        sort:due age urgency created updated      -created turns it round

        Dates are days in UTC. Text with a colon goes in quotes. On the command line: hark inbox 'urgency>=high -is:mine sort:age'

        Example:
          hark query
        """
}

/// `hark help environment`: what Hark reads around it.
struct EnvironmentHelp: Action {
    static let configuration = CommandConfiguration(
        commandName: "environment",
        abstract: "List the environment variables and files that commands read.",
        discussion: text
    )

    func run(in surroundings: Surroundings) async throws -> ExitStatus {
        surroundings.write(.data, Self.text + "\n")
        return .done
    }

    static let text = """
        HARK_SERVER       the server's address; else the file server in the configuration folder
        HARK_TOKEN_FILE   the file that holds the token; else HARK_TOKEN, else the file token there
        HARK_TOKEN        the token itself
        XDG_CONFIG_HOME   its folder hark/ is the configuration folder; else ~/.config/hark
        XDG_STATE_HOME    its folder hark/ holds drafts; else ~/.local/state/hark
        VISUAL, EDITOR    what replies and notes are written in; else vi
        HARK_PAGER, PAGER what long pages are shown in on a terminal; else less -FIRX; empty or cat for none
        NO_COLOR          no colour; so do CLICOLOR=0 and TERM=dumb
        CLICOLOR_FORCE    colour into a pipe, too
        COLUMNS           the width, where the terminal does not tell it

        Example:
          hark environment
        """
}
