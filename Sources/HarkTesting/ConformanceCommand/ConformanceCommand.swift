import ArgumentParser
import Foundation
import HarkConformance
import HarkConnectors

/// `make conformance`: the table, every difference, and a status other than zero when there is one.
@main
struct ConformanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hark-conformance",
        abstract: "Holds every network against recorded payloads and signature vectors."
    )

    @Option(help: "The payloads' folder. Without it: payloads in $HARK_SHARED, else ../shared/payloads.")
    var payloads: String?

    @Option(help: "Look at one network; may be given several times.")
    var network: [String] = []

    func run() throws {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        let folder = payloads.map { PayloadFolder(URL(filePath: $0)) } ?? .beside(package: here)
        guard folder.isThere else {
            throw ValidationError(
                "there is no folder \(folder.url.path); set HARK_SHARED to the folder that holds payloads/"
            )
        }
        let conformance = Conformance(folder, connectors: Connectors.all, networks: network)
        let report = try conformance.run()
        let vectors = try conformance.vectors()
        print((report.lines + [""] + (vectors?.lines ?? ["No signature vectors."])).joined(separator: "\n"))
        let complaints = report.complaints + (vectors?.complaints ?? [])
        guard complaints.isEmpty, report.files > 0 else {
            let what = report.files == 0 ? "no payload was read" : "\(complaints.count) differences:"
            print(([""] + [what] + complaints).joined(separator: "\n"))
            throw ExitCode.failure
        }
        print("\n\(report.files) payload files read, no difference, nothing undecoded.")
    }
}
