import Foundation
import HarkConnectors
import HarkCore
import Testing

/// What keeps a new network to one folder.
struct HouseTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func noNetworkIsNamedOutsideItsFolder() throws {
        // Some networks are called by words of everyday, which name a key or a field as well.
        let everyday: Set = ["x", "line", "email", "threads"]
        let ids = Connectors.all.flatMap(\.networks).filter { !everyday.contains($0.rawValue) }.map {
            "\"\($0.rawValue)\""
        }
        let sources = Self.root.appending(path: "Sources")
        let files = try #require(FileManager.default.subpaths(atPath: sources.path)).filter {
            $0.hasSuffix(".swift") && !$0.hasPrefix("HarkTesting/")
        }
        #expect(ids.count >= 7 && files.count > 100, "nothing was looked at")
        for file in files {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for id in ids { #expect(!text.contains(id), "\(file) names the network \(id)") }
        }
    }

    @Test func everyNetworkHasAFolderWithItsReadme() throws {
        let folder = Self.root.appending(path: "Connectors")
        let networks = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            !$0.contains(".")
        }
        #expect(networks.count == Connectors.all.count)
        for network in networks {
            let readme = try String(contentsOf: folder.appending(path: "\(network)/README.md"), encoding: .utf8)
            for word in ["channels.yaml", "secrets", "conversation"] {
                #expect(readme.localizedCaseInsensitiveContains(word), "\(network)/README.md lacks “\(word)”")
            }
        }
    }
}
