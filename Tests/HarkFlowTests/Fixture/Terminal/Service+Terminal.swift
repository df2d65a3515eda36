import Foundation
import HarkTesting

extension Service {
    /// A terminal with a command in it that finds `hark` and the service.
    func terminal(running command: String, columns: Int = 80, rows: Int = 24) async throws -> Tmux {
        guard let tmux = Tools.tmux else { throw FlowFailure("tmux is not installed") }
        let folder = URL(filePath: Program.path).deletingLastPathComponent().path
        return try await Tmux(
            tmux,
            columns: columns,
            rows: rows,
            running: command,
            ["PATH": "\(folder):/usr/bin:/bin", "HARK_SERVER": origin, "HARK_TOKEN": token],
            scratch: self.folder.url.path
        )
    }
}
