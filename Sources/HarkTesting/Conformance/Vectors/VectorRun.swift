import Foundation
import HarkCore
import HarkServer

/// Holds the verifier and the connectors' schemes against signature vectors.
struct VectorRun {
    var registry: ConnectorRegistry
    /// Every how many bits one is altered; 1 alters all.
    var step = 1

    /// The figures of one provider.
    private struct Line {
        var vectors = 0
        var right = 0
        var flips = 0
        var remarks: Set<String> = []
    }

    /// A table, and what was not as stated.
    func judge(_ data: Data) throws -> (lines: [String], complaints: [String]) {
        let vectors = try JSONDecoder().decode([SignatureVector].self, from: data)
        var lines: [String: Line] = [:]
        var complaints: [String] = []
        for (number, vector) in vectors.enumerated() {
            var line = lines[vector.name] ?? Line()
            line.vectors += 1
            let outcome = judge(vector)
            line.flips += outcome.flips
            if let remark = outcome.remark { line.remarks.insert(remark) }
            if let complaint = outcome.complaint {
                complaints.append("signature vector \(number) (\(vector.name)): \(complaint)")
            } else if outcome.remark == nil {
                line.right += 1
            }
            lines[vector.name] = line
        }
        let total = lines.values.reduce(0) { $0 + $1.right }
        let flips = lines.values.reduce(0) { $0 + $1.flips }
        let rows = lines.sorted { $0.key < $1.key }.map { name, line in
            "  \(name): \(line.right) of \(line.vectors) as stated, \(line.flips) altered bits refused"
                + line.remarks.map { "; " + $0 }.joined()
        }
        let head = "Signature vectors: \(total) of \(vectors.count) as stated; \(flips) altered bits, all refused"
        return ([head] + rows, complaints)
    }

    private struct Outcome {
        var complaint: String?
        var remark: String?
        var flips = 0
    }

    private func judge(_ vector: SignatureVector) -> Outcome {
        let built = VectorScheme.connector(for: vector, in: registry)
        let authentication: WebhookAuthentication
        if let (connector, network) = built {
            let channel = VectorScheme.channel(for: vector, network: network)
            if let complaint = complaint(on: vector, connector, channel) { return Outcome(complaint: complaint) }
            if vector.response != nil { return Outcome() }
            do { authentication = try connector.authentication(of: channel) } catch {
                return Outcome(complaint: error.description)
            }
        } else if let scheme = VectorScheme.scheme(of: vector) {
            authentication = scheme
        } else {
            return Outcome(remark: "the network is not built")
        }
        return judge(vector, authentication)
    }

    private func judge(_ vector: SignatureVector, _ authentication: WebhookAuthentication) -> Outcome {
        let trial = VectorTrial(
            authentication: authentication,
            fields: vector.fields,
            body: vector.bytes,
            now: vector.now,
            form: vector.form.map(vector.pairs)
        )
        guard trial.isGenuine == vector.valid else {
            return Outcome(complaint: vector.valid ? "is refused but genuine" : "passes but is not genuine")
        }
        guard vector.valid else { return Outcome() }
        let (tried, passed) = trial.altered(every: step)
        return Outcome(complaint: passed == 0 ? nil : "\(passed) of \(tried) altered deliveries pass", flips: tried)
    }

    /// Where the answer that a provider waits for is another; nil when it is right or none is asked for.
    private func complaint(
        on vector: SignatureVector,
        _ connector: any WebhookConnector,
        _ channel: Channel
    ) -> String? {
        if let response = vector.response {
            var query: [String: String] = [:]
            query["crc_token"] = vector.crcToken
            query["challengeCode"] = vector.challengeCode
            return Self.disagreement(connector.handshake(query: query, channel: channel), response)
        }
        guard let response = vector.expectedResponse else { return nil }
        return Self.disagreement(connector.answer(to: vector.bytes, channel: channel), response)
    }

    private static func disagreement(_ answer: WebhookAnswer?, _ wanted: JSONValue) -> String? {
        guard let answer else { return "no answer is given" }
        let given = try? JSONDecoder().decode(JSONValue.self, from: Data(answer.body.utf8))
        return given == wanted ? nil : "another answer is given"
    }
}
