import Foundation
import HarkFakes
import HarkTesting
import Hummingbird
import Testing

extension Flows {
    /// The examples in the help that need files, a network or a process that does not end: run as they stand there, by the
    /// real binary, in a folder that looks like a team's.
    @Suite struct HelpExamples {
        @Test func serve() async throws {
            let folder = try Self.folder(ServiceFiles())
            let process = try Self.process(try await Self.example("serve", folder), in: folder)
            let child = try Child(process)
            #expect(await child.line(holding: " listens on ") != nil, "\(child.log)")
            child.signal(SIGTERM)
            #expect(await child.ended() == 0)
        }

        @Test func channelsConnect() async throws {
            let network = try await Self.consentingNetwork()
            var files = ServiceFiles(channels: [ServiceFiles.mastodon(network.origin, id: "mastodon")])
            files.environment["FEDI_TOKEN"] = "old"
            let folder = try Self.folder(files)
            let process = try Self.process(try await Self.example("channels connect", folder), in: folder, files)
            let typed = folder.path("typed")
            try Data("the-code\n".utf8).write(to: URL(filePath: typed))
            process.standardInput = FileHandle(forReadingAtPath: typed)
            let ran = try await Program.run(process, scratch: folder.url.path)
            #expect(ran.status == 0 && ran.complaint.contains("Connected as @us@127.0.0.1."), "\(ran)")
            #expect(ran.text.hasPrefix(network.origin + "/oauth/authorize?"))
            await network.stop()
        }

        @Test(arguments: ["keywords calibrate", "keywords learn", "keywords rebuild"])
        func keywords(_ command: String) async throws {
            let folder = try Self.folder(ServiceFiles())
            try Examples.write(to: folder)
            let process = try Self.process(try await Self.example(command, folder), in: folder)
            let ran = try await Program.run(process, scratch: folder.url.path)
            #expect(ran.status == 0, "\(ran.complaint)")
            #expect(!(ran.text + ran.complaint).isEmpty)
        }

        /// The words of the example behind `hark`.
        private static func example(_ command: String, _ folder: ScratchFolder) async throws -> [String] {
            let words = command.split(separator: " ").map(String.init)
            let process = try Program.process(words + ["--help"], [:])
            let help = try await Program.run(process, scratch: folder.url.path).text
            let lines = help.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            let example = lines.drop { $0 != "Example:" }.first { $0.hasPrefix("hark \(command)") }
            return try #require(example, "\(help)").split(separator: " ").dropFirst().map(String.init)
        }

        private static func process(
            _ words: [String],
            in folder: ScratchFolder,
            _ files: ServiceFiles = ServiceFiles()
        ) throws -> Process {
            let process = try Program.process(words, files.environment)
            process.currentDirectoryURL = folder.url.appending(path: "work")
            return process
        }

        /// A folder with `work/Config`, the keywords in it.
        private static func folder(_ files: ServiceFiles) throws -> ScratchFolder {
            let folder = try ScratchFolder()
            let config = folder.url.appending(path: "work/Config")
            try FileManager.default.createDirectory(at: config, withIntermediateDirectories: true)
            try files.write(to: config)
            try FileManager.default.copyItem(
                at: URL(filePath: Program.root + "/Config/keywords"),
                to: config.appending(path: "keywords")
            )
            return folder
        }

        /// A network that takes any code for a token.
        private static func consentingNetwork() async throws -> LiveServer {
            let router = Router()
            router.post("/api/v1/apps") { _, _ in #"{"id":1,"client_id":"made-id","client_secret":"made-secret"}"# }
            router.post("/oauth/token") { _, _ in #"{"access_token":"fresh","token_type":"Bearer"}"# }
            router.get("/api/v1/accounts/verify_credentials") { _, _ in #"{"id":"7","acct":"us"}"# }
            return try await LiveServer.start(router)
        }
    }
}

/// Labelled messages as the learner reads them, few and plain.
private enum Examples {
    private static let lines: [(text: String, label: String, language: String)] = [
        ("Das Paket ist toll und schnell, danke", "positive", "de"),
        ("Das Paket ist kaputt und schlecht, furchtbar", "negative", "de"), ("Das Paket ist heute da", "neutral", "de"),
        ("The parcel is great and fast, thank you", "positive", "en"),
        ("The parcel is broken and bad, terrible", "negative", "en"), ("The parcel is here today", "neutral", "en"),
    ]

    /// `work/labelled.tsv`, and the folder of open data that `rebuild` is given.
    static func write(to folder: ScratchFolder) throws {
        let spam = [("Win big money now, click the link", "spam", "en"), ("Where is my parcel", "ham", "en")]
        let valences = "great\t3.1\t0.7\t[3, 3, 4]\nterrible\t-2.1\t0.8\t[-2, -2, -3]\n"
        let emoji = """
            Emoji,Unicode codepoint,Occurrences,Position,Negative,Neutral,Positive,Unicode name,Unicode block
            😂,0x1f602,14622,0.805100583,3614,4163,6845,FACE WITH TEARS OF JOY,Emoticons

            """
        for (name, text) in [
            "work/labelled.tsv": table(lines), "shared/triage/sentiment_de_open.tsv": table(Array(lines.prefix(3))),
            "shared/triage/sentiment_en_open.tsv": table(Array(lines.suffix(3))),
            "shared/triage/spam_en_open.tsv": table(spam), "shared/triage/lexicons/vader_lexicon.txt": valences,
            "shared/triage/lexicons/emoji_sentiment_ranking_v1.0.csv": emoji,
        ] {
            let file = folder.url.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
        }
    }

    private static func table(_ lines: [(text: String, label: String, language: String)]) -> String {
        let rows = (0..<20).flatMap { round in
            lines.map { "\($0.text) \(round)\t\($0.label)\t\($0.language)\tmail\n" }
        }
        return "text\tlabel\tlang\tsource\n" + rows.joined()
    }
}
