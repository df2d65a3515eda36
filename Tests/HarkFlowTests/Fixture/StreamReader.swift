import Foundation

/// A program that reads the event stream, as another system would.
struct StreamReader {
    private let child: Child

    init(_ service: Service) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", Self.script, service.origin + "/api/v1/events/stream?after=0"]
        process.environment = ProcessInfo.processInfo.environment.merging(["TOKEN": service.token]) { $1 }
        process.standardInput = FileHandle.nullDevice
        child = try Child(process)
    }

    /// Waits for a line of the stream.
    func line(_ text: String) async -> String? { await child.line(holding: text) }

    /// Waits until the stream has ended; 0 when it ended as it should.
    func ended() async -> Int32? { await child.ended() }

    private static let script = """
        import os, sys, urllib.request
        request = urllib.request.Request(sys.argv[1], headers={"Authorization": "Bearer " + os.environ["TOKEN"]})
        for line in urllib.request.urlopen(request, timeout=60):
            sys.stderr.write(line.decode())
            sys.stderr.flush()
        """
}
