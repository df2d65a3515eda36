import HarkCore
import Testing

@testable import HarkCommands

@Suite("A reply is a draft until it has left")
struct DraftTests {
    @Test(arguments: [Failure.Code.conflict, .unreachable, .replyWindowClosed])
    func whatCouldNotBeSentIsKept(_ code: Failure.Code) async {
        let disk = Disk()
        let failing = ScriptedDesk(failures: [42: Failure(code, "not now")])
        let refused = await hark("reply", "42", "We are on it.", desk: failing, disk: disk)
        #expect(refused.status == ExitStatus(Failure(code, "")).rawValue)
        #expect(refused.messages.contains("hark drafts send 42"))
        #expect(await hark("drafts", "show", "42", disk: disk).data == "We are on it.\n")
        let listed = await hark("drafts", disk: disk)
        #expect(listed.data == "42\t2026-11-22T09:30:00.000Z\tnot now\tWe are on it.\n")

        let sent = await hark("drafts", "send", disk: disk)
        #expect(sent.status == 0)
        #expect(sent.calls.last == "reply 42 “We are on it.” pending")
        #expect(disk.paths.filter { $0.contains("drafts") }.isEmpty)
        #expect(await hark("drafts", "show", "42", disk: disk).status == ExitStatus.notFound.rawValue)
    }

    @Test func whatTheEditorLeftInACrashIsThereAgain() async throws {
        struct Crash: Error {}
        let disk = Disk()
        _ = await hark("reply", "42", desk: ScriptedDesk(failures: [:]), terminal: true, disk: disk) { _ in
            throw Crash()
        }
        let path = try #require(disk.paths.first { $0.hasSuffix(".reply.edit") })
        disk.write(path, "half a sentence" + (disk.text(path) ?? ""))
        _ = await hark("reply", "42", terminal: true, disk: disk) { draft in
            #expect(draft.hasPrefix("half a sentence\n"))
            return ""
        }
    }

    @Test func aReplyAfterShowSaysWhatWasSeen() async {
        let disk = Disk()
        #expect(await hark("reply", "42", "hi", disk: disk).calls.last == "reply 42 “hi” pending")
        _ = await hark("show", "42", disk: disk)
        #expect(await hark("reply", "42", "hi", disk: disk).calls.last == "reply 42 “hi” pending seen 0")
        let insisting = await hark("reply", "42", "hi", "--insist", disk: disk)
        #expect(insisting.calls.last == "reply 42 “hi” pending")
    }
}
