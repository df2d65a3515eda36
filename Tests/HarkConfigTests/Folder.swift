import Foundation
import HarkConfig
import HarkCore
import Testing

/// A configuration folder that lives as long as one test.
struct Folder {
    let path: String

    /// The five files, each replaced where the test says so; nil leaves one out.
    init(_ changed: [String: String?] = [:]) throws {
        path = NSTemporaryDirectory() + "hark-config-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in Self.valid.merging(changed, uniquingKeysWith: { $1 }) {
            if let text { try write(Data(text.utf8), to: name) }
        }
    }

    func write(_ data: Data, to name: String) throws {
        try data.write(to: URL(fileURLWithPath: path + "/" + name))
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }

    func load(_ environment: [String: String] = [:]) throws -> Configuration {
        try ConfigurationLoader(
            path: path + "/hark.yaml",
            environment: environment,
            knownNetworks: [Network("mastodon"), Network("telegram")]
        ).load(now: Self.now)
    }

    static let now = Instant(seconds: 1_795_000_000)

    static let valid: [String: String?] = [
        "hark.yaml": "listen: 127.0.0.1:8425\n",
        "channels.yaml": "channels:\n",
        "teams.yaml": "default_team: care\nteams:\n  - name: care\n",
        "rules.yaml": "rules:\n",
        "sla.yaml": "policies:\n",
    ]
}

/// Loads a valid folder with some files changed.
func configuration(_ changed: [String: String?], _ environment: [String: String] = [:]) throws -> Configuration {
    let folder = try Folder(changed)
    defer { folder.remove() }
    return try folder.load(environment)
}

/// The problems of a folder, as `rules.yaml:12: detail`; empty when it is valid.
func problems(_ changed: [String: String?], _ environment: [String: String] = [:]) throws -> [String] {
    let folder = try Folder(changed)
    defer { folder.remove() }
    return problems { try folder.load(environment) }
}

func problems(_ load: () throws -> Configuration) -> [String] {
    do {
        _ = try load()
        return []
    } catch let failure as Failure {
        #expect(failure.code == .badConfiguration)
        return failure.problems.map { "\($0.pointer): \($0.detail)" }
    } catch {
        Issue.record("a foreign error: \(error)")
        return []
    }
}
