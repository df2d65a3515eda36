import HarkCore
import Testing

extension DeskContract {
    func theDirectoryNamesWhatCanBeChosen() async throws {
        let directory = try await desk.directory()
        #expect(directory.me == "ana")
        #expect(directory.teams == ["support", "billing"])
        #expect(directory.agents.first == .init(name: "ana", teams: ["support"]))
        #expect(directory.agents.map(\.name) == ["ana", "bob", "lea"])
        let terms = try #require(directory.channels.first { $0.channel == Brand.channel.id.rawValue })
        #expect(terms.canReply)
    }
}
