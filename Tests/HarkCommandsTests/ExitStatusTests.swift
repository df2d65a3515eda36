import HarkCore
import Testing

@testable import HarkCommands

@Suite("Exit codes")
struct ExitStatusTests {
    static let missing = Failure(.notFound, "there is no conversation 7")
    static let desk = [
        Int64(7): missing, 8: Failure(.unprocessable, "it is closed"),
        5: Failure(.unreachable, "cannot reach the server"),
    ]

    static let endings: [([String], Int32)] = [
        (["close", "42"], Int32(0)),
        (["close", "7"], 3),
        (["close", "8"], 1),
        (["close", "42", "7"], 1),
        (["close", "7", "7"], 3),
        (["close", "7", "8"], 1),
        (["close", "5", "42"], 5),
        (["show", "7"], 3),
        (["show", "5"], 5),
        (["revoke"], 64),
        (["show", "seven"], 64),
        (["inbox", "--limit", "0"], 64),
        (["tag", "42"], 64),
        (["tag", "42", "vip"], 64),
        (["snooze", "42", "yesterday"], 64),
        (["snooze", "42"], 64),
        (["reply", "42"], 64),
        (["reply", "42", "x", "--close", "--keep-open"], 64),
        (["inbox", "--json", "--format-version", "1"], 0),
        (["inbox", "--json", "--format-version", "0"], 20),
        (["inbox", "--json", "--format-version", "2"], 21),
        (["channels", "check"], 0),
        (["channels", "check", "acme-chat"], 1),
        (["deliveries", "retry", "1"], 0),
        (["deliveries", "retry", "1", "2"], 1),
        (["--version"], 0),
        (["--help"], 0),
        (["help", "exit-codes"], 0),
        (["exit-codes"], 0),
    ]

    @Test(arguments: endings) func aCommandLine(_ arguments: [String], endsWith status: Int32) async {
        let ran = await hark(words: arguments, desk: ScriptedDesk(failures: Self.desk))
        #expect(ran.status == status, "\(ran.messages)")
    }

    @Test func withoutATokenNobodyIsAuthorised() async {
        let ran = await hark("inbox", environment: ["HOME": "/home/ana"])
        #expect(ran.status == 4)
        #expect(ran.messages.contains("hark token create"))
    }

    @Test(arguments: Failure.Code.allCases) func everyFailureHasAStatusThatSaysMoreThanDone(_ code: Failure.Code) {
        #expect(ExitStatus(Failure(code, "")) != .done)
    }

    @Test func theHelpHoldsTheWholeTable() async {
        let ran = await hark("exit-codes")
        for status in ExitStatus.allCases { #expect(ran.data.contains("\(status.rawValue)  \(status.meaning)")) }
    }
}
