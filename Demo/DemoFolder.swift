import Foundation

/// The folder of the demo: configuration, secrets, database, log, mails. Made anew each time.
struct DemoFolder {
    let path: String
    let secrets: [String: String]

    var configuration: String { path + "/hark.yaml" }
    var log: String { path + "/hark.log" }
    var mail: String { path + "/mail" }
    /// The keyword tables that the project ships.
    var keywords: String { URL(filePath: "Config/keywords").standardizedFileURL.path }
    func token(of agent: String) -> String { path + "/tokens/" + agent }

    /// Makes the folder with new secrets in it.
    init(fresh path: String) throws {
        let files = FileManager.default
        self.path = URL(filePath: path).standardizedFileURL.path
        guard files.fileExists(atPath: "Demo/Config/hark.yaml"), files.fileExists(atPath: "Config/keywords") else {
            throw DemoFailure(
                "Demo/Config and Config/keywords are not here; run the demo at the root of the source tree"
            )
        }
        if files.fileExists(atPath: self.path) {
            // Only what an earlier demo made is ours to remove.
            guard files.fileExists(atPath: self.path + "/secrets") else {
                throw DemoFailure("\(self.path) is there and no folder of the demo; name another with --folder")
            }
            try files.removeItem(atPath: self.path)
        }
        for folder in ["", "/secrets", "/tokens", "/mail"] {
            try files.createDirectory(atPath: self.path + folder, withIntermediateDirectories: true)
        }
        secrets = [
            "fediverse-token": Self.random(), "telegram-token": "7301122334:" + Self.random(),
            "telegram-webhook": Self.random(), "meta-token": Self.random(), "meta-app": Self.random(),
            "meta-verify": Self.random(), "shop-signing": "whsec_" + Data(Self.random().utf8).base64EncodedString(),
        ]
        for (name, secret) in secrets { try write(secret + "\n", to: self.path + "/secrets/" + name) }
    }

    /// Writes the configuration with what is known now: `{port}` and the other words in braces.
    func configure(_ values: [String: String]) throws {
        let source = "Demo/Config/"
        for file in try FileManager.default.contentsOfDirectory(atPath: source) where file.hasSuffix(".yaml") {
            var text = try String(contentsOfFile: source + file, encoding: .utf8)
            for (name, value) in values { text = text.replacing("{\(name)}", with: value) }
            try text.write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
        }
    }

    /// Writes a file that only its owner can read.
    func write(_ text: String, to file: String) throws {
        let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
        guard FileManager.default.createFile(atPath: file, contents: Data(text.utf8), attributes: attributes) else {
            throw DemoFailure("\(file) cannot be written")
        }
    }

    private static func random() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in String(generator.next() | 1 << 63, radix: 16) }.joined()
    }
}
