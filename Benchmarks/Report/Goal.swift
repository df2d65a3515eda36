import ArgumentParser

/// A figure with the bound it must keep.
struct Goal {
    var name: String
    var figure: String
    var bound: String
    var isMet: Bool

    /// Prints the goals; with `check` a missed one ends the program with 1.
    static func report(_ goals: [Goal], check: Bool) throws {
        Screen.say("\ngoals")
        for goal in goals {
            Screen.say("  \(goal.isMet ? "met   " : "MISSED")  \(goal.name): \(goal.figure) (\(goal.bound))")
        }
        if check, goals.contains(where: { !$0.isMet }) { throw ExitCode(1) }
    }
}
