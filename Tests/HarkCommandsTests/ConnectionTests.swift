import HarkCore
import Testing

@testable import HarkCommands

@Suite("The address and the token come from flags, the environment, or files")
struct ConnectionTests {
    static let files = [
        "/home/ana/.config/hark/token": "home-token\n", "/home/ana/.config/hark/server": "https://hark.example/\n",
        "/xdg/hark/token": "xdg-token", "/run/token": "file-token\n", "/run/other": "other-token",
    ]

    static let sources: [([String: String], [String], String)] = [
        (["HARK_TOKEN": "t"], [], "server http://127.0.0.1:8425 token t"),
        (["HOME": "/home/ana"], [], "server https://hark.example/ token home-token"),
        (["HOME": "/home/ana", "XDG_CONFIG_HOME": "/xdg"], [], "server http://127.0.0.1:8425 token xdg-token"),
        (["HOME": "/home/ana", "HARK_TOKEN": "t", "HARK_SERVER": "http://a:1"], [], "server http://a:1 token t"),
        (["HARK_TOKEN": "t", "HARK_TOKEN_FILE": "/run/token"], [], "server http://127.0.0.1:8425 token file-token"),
        (
            ["HARK_TOKEN_FILE": "/run/token", "HARK_SERVER": "http://a:1"],
            ["--token-file", "/run/other", "--server", "http://b:2"], "server http://b:2 token other-token"
        ),
    ]

    @Test(arguments: sources) func theNearestWins(
        _ environment: [String: String],
        _ flags: [String],
        _ expected: String
    ) async {
        let ran = await hark("inbox", words: flags, environment: environment, files: Self.files)
        #expect(ran.calls.first == expected)
    }

    @Test(arguments: ["hark.example", "ftp://hark.example", "https://", "https://ana:pass@hark.example"])
    func anAddressThatIsNoneIsRefused(_ server: String) async {
        let ran = await hark("inbox", "--server", server)
        #expect(ran.status == 64)
        #expect(!ran.messages.contains("pass@"))
    }

    @Test func aTokenFileThatIsMissingIsNamed() async {
        let ran = await hark("inbox", "--token-file", "/nowhere")
        #expect(ran.status == 4)
        #expect(ran.messages.contains("/nowhere"))
    }
}
