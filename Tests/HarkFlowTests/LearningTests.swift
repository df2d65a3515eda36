import Foundation
import HarkCore
import HarkTesting
import Testing

extension Flows {
    /// The team corrects the model, and what it teaches is proposed before anything changes.
    @Suite struct Learning {
        private static let good = ["wonderful", "great", "herrlich", "lovely"]
        private static let bad = ["zorgly", "flimsy", "murksig", "awful"]

        @Test func correctionsTeachAPackThatIsProposedFirstAndWrittenWhenAsked() async throws {
            var files = ServiceFiles.messenger
            let folder = try ScratchFolder()
            let tables = folder.url.appending(path: "keywords")
            try FileManager.default.copyItem(atPath: Program.root + "/Config/keywords", toPath: tables.path)
            files.keywords = tables.path
            let service = try await Service.running(files)
            let few = try await service.hark(learn: [])
            #expect(few.status == 1 && few.complaint.contains("0 corrections of tone teach nothing yet"))

            try await say(service, 0..<80)
            let calibrated = try await service.hark(learn: ["--json"]).decoded(as: Proposal.self)
            #expect(calibrated.file == "calibration.tsv" && calibrated.tone.corrections == 80)
            #expect(calibrated.tone.after >= calibrated.tone.before)

            try await say(service, 80..<320)
            let text = try await service.hark(learn: [])
            #expect(text.status == 0 && text.complaint.contains("nothing was written; --apply writes packs/acme.tsv"))
            #expect(!FileManager.default.fileExists(atPath: tables.path + "/packs/acme.tsv"))
            let proposal = try await service.hark(learn: ["--json", "--apply"]).decoded(as: Proposal.self)
            #expect(proposal.file == "packs/acme.tsv" && proposal.applied && proposal.tone.corrections == 320)
            #expect(proposal.tone.after > proposal.tone.before && proposal.tone.after > 300)
            #expect(proposal.changes.judged == 320 && proposal.changes.added.contains { $0.term.contains("zorgly") })
            #expect(try await service.hark("keywords", "lint", "--keywords", tables.path).status == 0)
            #expect(try await service.reload().contains("configuration reloaded"))
        }

        private struct Proposal: Decodable {
            struct Agreement: Decodable {
                var corrections: Int
                var before: Int
                var after: Int
            }

            struct Changes: Decodable {
                struct Row: Decodable { var term: String }
                var added: [Row]
                var judged: Int
            }

            var file: String
            var tone: Agreement
            var changes: Changes
            var applied: Bool
        }

        /// Customers speak, half of them well, and the team says how each was meant.
        private func say(_ service: Service, _ numbers: Range<Int>) async throws {
            for number in numbers {
                let words = number % 2 == 0 ? Self.good : Self.bad
                let text = "the parcel number \(number) was \(words[number / 2 % 4]) today"
                #expect(try await service.post(Messenger.message("m\(number)", text, from: "u\(number)")) == 200)
            }
            for (tone, words) in [("positive", Self.good), ("negative", Self.bad)] {
                let query = "(" + words.joined(separator: " OR ") + ")"
                let marked = try await service.hark("mark", query, "sentiment=\(tone)", "--yes")
                #expect(marked.status == 0, "\(marked.complaint)")
            }
        }
    }
}

extension Service {
    /// `hark keywords learn --from-corrections` on the service's own files.
    fileprivate func hark(learn options: [String]) async throws -> Program.Output {
        let arguments = ["keywords", "learn", "--from-corrections", "--pack", "acme", "--config", configuration]
        return try await hark(arguments + options)
    }
}
