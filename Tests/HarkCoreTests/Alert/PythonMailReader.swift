import Foundation
import HarkCore
import Testing

/// Python's `email` package, policy `default`: what a stranger's strict parser makes of our mail.
struct PythonMailReader: Decodable {
    struct Part: Decodable {
        var type: String
        var encoding: String
        var text: String
    }

    var defects: [String]
    var headers: [String: [String]]
    var parts: [Part]

    static let canRun: Bool = (try? run("pass", input: "")) != nil

    /// Reads mails, all in one run.
    static func read(_ mails: [OutgoingMail]) throws -> [PythonMailReader] {
        let input = String(decoding: try JSONEncoder().encode(mails.map(\.message)), as: UTF8.self)
        let output = try JSONDecoder().decode([PythonMailReader].self, from: run(script, input: input))
        try #require(output.count == mails.count)
        return output
    }

    /// Reads a mail.
    static func read(_ mail: OutgoingMail) throws -> PythonMailReader { try read([mail])[0] }

    /// The only value of a header.
    func header(_ name: String) throws -> String {
        let values = headers[name.lowercased()] ?? []
        try #require(values.count == 1, "\(name) stands \(values.count) times")
        return values[0]
    }

    private static let script = """
        import email, json, sys
        from email.policy import default

        def read(text):
            mail = email.message_from_bytes(text.encode(), policy=default)
            defects, headers = [], {}
            for name, value in mail.items():
                headers.setdefault(name.lower(), []).append(str(value))
                defects += [f"{name}: {defect!r}" for defect in value.defects]
            for part in mail.walk():
                defects += [repr(defect) for defect in part.defects]
            parts = [{"type": part.get_content_type(), "encoding": part["content-transfer-encoding"],
                      "text": part.get_content().replace("\\r\\n", "\\n")} for part in mail.iter_parts()]
            return {"defects": defects, "headers": headers, "parts": parts}

        json.dump([read(text) for text in json.load(sys.stdin)], sys.stdout)
        """

    private static func run(_ script: String, input: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        let (stdin, stdout) = (Pipe(), Pipe())
        process.standardInput = stdin
        process.standardOutput = stdout
        try process.run()
        stdin.fileHandleForWriting.write(Data(input.utf8))
        try stdin.fileHandleForWriting.close()
        let output = stdout.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return output
    }
}
