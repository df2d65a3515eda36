import Foundation

/// Runs small Python programs that know the answer too.
enum Python {
    /// Runs a program on some input and returns what it printed. Throws when it fails or Python is not there.
    static func run(_ program: String, input: String) throws -> Data {
        try run(arguments: ["-c", program], input: Data(input.utf8))
    }

    /// Runs `python3` with arguments.
    static func run(arguments: [String], input: Data) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "hark-python-\(UUID().uuidString)")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
        return data
    }
}
