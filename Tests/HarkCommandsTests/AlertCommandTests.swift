import HarkCore
import Testing

@testable import HarkCommands

@Suite("Commands about alerts")
struct AlertCommandTests {
    @Test func alertsAreListedWithTheirState() async {
        let ran = await hark("alerts", "--plain")
        #expect(ran.status == 0)
        let lines = ran.data.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.first?.hasPrefix("9\topen\t2\tsupport\t#42 first response\t") == true)
        #expect(lines.dropFirst().first?.hasSuffix("\t@ana") == true)
        #expect(!ran.data.contains("\u{1B}"))
    }

    @Test func mailsThatWereGivenUpMakeTheCommandFail() async {
        let ran = await hark("alerts", "--failed", "--plain")
        #expect(ran.status == 1)
        #expect(ran.data.contains("550 5.1.1 no such user"))
        #expect(await hark("alerts", "retry", "12").calls.contains("retry mails [12]"))
        #expect(await hark("alerts", "--failed", "--all").status == 64)
    }

    @Test func acknowledgingTakesSeveralAndTellsOfEach() async {
        #expect(await hark("ack", "9", "3").calls.filter { $0.hasPrefix("ack") } == ["acknowledge 9", "acknowledge 3"])
        let missing = ScriptedDesk(failures: [5: Failure(.notFound, "there is no alert 5")])
        #expect(await hark("ack", "5", desk: missing).status == 3)
        #expect(await hark("ack", "9", "5", desk: missing).status == 1)
    }

    @Test func aSilenceNeedsAnEndAndAReason() async {
        let ran = await hark("silence", "add", "--team", "support", "--until", "2h", "--reason", "maintenance")
        #expect(ran.status == 0)
        #expect(ran.calls.contains("silence support until \(Sample.now + .hours(2)) “maintenance”"))
        #expect(await hark("silence", "add", "--team", "support", "--until", "2h").status == 64)
        #expect(await hark("silence", "add", "--reason", "x").status == 64)
        #expect(await hark("silence", "--plain").data.contains("team support\t@ana\tnetwork maintenance"))
    }

    @Test func theDoctorSaysWhatIsWrongAndWhatToDo() async {
        let ran = await hark("doctor", "--plain")
        #expect(ran.status == 1)
        #expect(ran.data.contains("mail\twrong\tdoes not answer\tcheck mail: in hark.yaml"))
        #expect(await hark("doctor", "--quiet").data == "mail\n")
        #expect(await hark("doctor", "--config", "x/hark.yaml").status == 0)
    }
}
