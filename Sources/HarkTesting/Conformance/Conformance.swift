import Foundation
public import HarkCore

/// Holds every connector against recorded payloads of real providers and an independent reading of them.
public struct Conformance {
    /// What was found, to be shown.
    public struct Report: Sendable {
        /// The table, the kinds ignored by design, and every difference.
        public var lines: [String] = []
        /// Every difference and everything that could not be read.
        public var complaints: [String] = []
        /// How many payload files were read.
        public var files = 0
    }

    private let folder: PayloadFolder
    private let connectors: ConnectorRegistry
    private let rows: [Row]

    /// A run over payloads.
    ///
    /// - Parameters:
    ///   - folder: The payloads.
    ///   - connectors: The connectors under test.
    ///   - networks: The networks to look at; all when empty.
    public init(_ folder: PayloadFolder, connectors: [any Connector], networks: [String] = []) {
        self.folder = folder
        self.connectors = ConnectorRegistry(connectors)
        rows = Row.all.filter { networks.isEmpty || networks.contains($0.network) || networks.contains($0.id.rawValue) }
    }

    /// Reads everything and judges it.
    public func run() throws -> Report {
        var report = Report()
        let expectations = try folder.expectations()
        let named = Set(expectations.map(\.file))
        let unnamed = folder.files().filter { !named.contains($0) }
        var table: [TableLine] = []
        for row in rows {
            let tried = unnamed.filter { file in
                PayloadFolder.reasonForNoPayload(file) == nil && Row.owner(of: file)?.network == row.network
            }
            table.append(try judge(row, expectations.filter { $0.network == row.network }, tried, into: &report))
        }
        let strangers = Set(expectations.map(\.network)).subtracting(Row.all.map(\.network))
        report.complaints += strangers.sorted().map { "no row reads the network “\($0)”; add one to the table's rows" }
        report.lines = [TableLine.header] + table.map(\.description) + ["", "Ignored by design, by kind:"]
        report.lines += table.compactMap(\.kinds).map { "  " + $0 } + notPayloads(unnamed)
        return report
    }

    /// Tries the signature vectors that lie beside the payloads.
    ///
    /// - Parameter step: Every how many bits one is altered; 1 alters all.
    /// - Returns: What was found; nil when there are no vectors.
    /// - Throws: What kept the vectors from being read.
    public func vectors(everyBit step: Int = 1) throws -> Report? {
        guard let bytes = try? folder.bytes(of: "vectors/signature_vectors.json") else { return nil }
        let (lines, complaints) = try VectorRun(registry: connectors, step: max(step, 1)).judge(Data(bytes))
        return Report(lines: lines, complaints: complaints)
    }

    private func judge(
        _ row: Row,
        _ expectations: [Expectation],
        _ tried: [String],
        into report: inout Report
    ) throws -> TableLine {
        var line = TableLine(network: row.network)
        guard let connector = connectors.connector(for: row.id) else {
            line.remark = "not built (\(expectations.count + tried.count) payload files not read)"
            return line
        }
        let unnamed = tried.map { file in
            Expectation(unnamed: file, network: row.network, shape: row.shape(of: file) ?? "api")
        }
        var learned: [String: [String: String]] = [:]
        for (expectation, isNamed) in expectations.map({ ($0, true) }) + unnamed.map({ ($0, false) }) {
            let recording = expectation.file.split(separator: "/").dropLast().joined(separator: "/")
            let known = learned[recording] ?? learn(row, from: recording)
            learned[recording] = known
            let hearing = Hearing(
                row: row,
                connector: connector,
                expectation: expectation,
                isNamed: isNamed,
                learned: known
            )
            let verdict: Verdict
            do {
                verdict = try hearing.judge(try folder.bytes(of: expectation.file))
            } catch {
                verdict = Verdict(unreadable: "\(error)")
            }
            line.add(verdict, errors: expectation.conclusions.count, isNamed: isNamed)
            report.complaints += verdict.complaints.map { "\(row.network): \(expectation.file) \($0)" }
        }
        report.files += line.files + line.unnamed
        return line
    }

    /// What all answers of a recording together tell a poller.
    private func learn(_ row: Row, from recording: String) -> [String: String] {
        guard let learn = row.learn else { return [:] }
        let files = folder.files().filter { $0.hasPrefix(recording + "/") && $0.hasSuffix(".json") }
        return learn(
            files.compactMap { file in
                try? JSONSerialization.jsonObject(with: Data(folder.bytes(of: file)), options: .fragmentsAllowed)
            }
        )
    }

    private func notPayloads(_ unnamed: [String]) -> [String] {
        var counts: [String: Int] = [:]
        for file in unnamed {
            let reason = PayloadFolder.reasonForNoPayload(file) ?? (Row.owner(of: file) == nil ? "no network's" : nil)
            guard let reason else { continue }
            let folder = file.split(separator: "/").dropLast().prefix(2).joined(separator: "/")
            counts["\(reason): \(folder.isEmpty ? file : folder)", default: 0] += 1
        }
        guard !counts.isEmpty else { return [] }
        return ["", "Not a payload:"] + counts.sorted { $0.key < $1.key }.map { "  \($0.key) (\($0.value))" }
    }
}

extension Row {
    /// The row whose folder a file lies in: the one that names the longest part of its path.
    static func owner(of file: String) -> Row? {
        all.compactMap { row in
            row.folders.keys.filter { file.hasPrefix($0 + "/") }.map(\.count).max().map { (row, $0) }
        }
        .max { $0.1 < $1.1 }?.0
    }
}
