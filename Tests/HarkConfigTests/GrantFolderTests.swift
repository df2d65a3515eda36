import Foundation
import HarkConfig
import HarkCore
import HarkTesting
import Testing

@Suite struct KeepingGrants {
    @Test func aGrantIsReadableByItsUserAlone() throws {
        let scratch = try ScratchFolder()
        let folder = GrantFolder(besideDatabase: scratch.path("hark.sqlite"))
        let grant = Grant(secrets: ["token": "t"], settings: ["did": "d"], expiresAt: Instant(seconds: 1_800_000_000))
        #expect(try folder.grant(of: Channel.ID("sky")) == nil)
        try folder.keep(grant, of: Channel.ID("sky"))
        try folder.keep(grant, of: Channel.ID("../up"))
        #expect(try folder.grant(of: Channel.ID("sky")) == grant)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: scratch.path("grants")).sorted() == [
                "..%2Fup.json", "sky.json",
            ]
        )
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("grants/sky.json"))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let place = try FileManager.default.attributesOfItem(atPath: scratch.path("grants"))
        #expect(place[.posixPermissions] as? Int == 0o700)
    }

    @Test func aNewerGrantKeepsWhatItDoesNotName() {
        let older = Grant(secrets: ["token": "old", "refresh_token": "r"])
        #expect(Grant(secrets: ["token": "new"]).merging(older).secrets == ["token": "new", "refresh_token": "r"])
    }

    @Test func aGrantPrintsNoSecret() {
        #expect("\(Grant(secrets: ["token": "hush"]))" == "grant of token")
    }

    @Test func aBrokenFileSaysWhatToDo() throws {
        let scratch = try ScratchFolder()
        let folder = GrantFolder(path: scratch.path("grants"))
        try folder.keep(Grant(secrets: [:]), of: Channel.ID("sky"))
        try Data("{".utf8).write(to: URL(filePath: scratch.path("grants/sky.json")))
        #expect(throws: Failure.self) { try folder.grant(of: Channel.ID("sky")) }
    }
}
