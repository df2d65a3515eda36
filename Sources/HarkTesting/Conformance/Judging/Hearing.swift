import HarkCore

/// One file of a network, fed to its connector and judged.
struct Hearing {
    var row: Row
    var connector: any Connector
    var expectation: Expectation
    /// Whether the oracle names the file; otherwise only what cannot be read counts.
    var isNamed: Bool
    /// Settings that other answers of the same recording told.
    var learned: [String: String] = [:]

    /// What came of it.
    func judge(_ bytes: [UInt8]) throws -> Verdict {
        let pieces = try Pieces(row: row, expectation: expectation).cut(bytes)
        var feedings: [Feeding] = []
        var complaints: [String] = []
        var ignored: [String] = []
        for piece in pieces {
            let (decoded, failure, name) = read(piece)
            if let decoded {
                feedings.append(Feeding(label: piece.label, expected: expected(of: piece), decoded: decoded))
            }
            if let name { ignored.append(name) }
            complaints += disagreement(on: piece, with: failure).map { [piece.label + " " + $0] } ?? []
        }
        complaints += undeclared(in: feedings)
        guard isNamed else {
            var verdict = Verdict(tried: feedings, ignored: ignored)
            verdict.complaints += complaints
            return verdict
        }
        var verdict = Verdict(feedings, of: expectation)
        verdict.complaints += complaints
        verdict.ignored += ignored
        return verdict
    }

    /// What was found though the network's capabilities do not tell of it, each once.
    private func undeclared(in feedings: [Feeding]) -> [String] {
        let found = feedings.flatMap { feeding in
            ((try? feeding.decoded.get())?.items ?? []).flatMap { item in
                connector.capabilities(of: item.network).undeclared(in: item).map {
                    "\(item.network) does not declare \($0)"
                }
            }
        }
        return Set(found).sorted()
    }

    private func expected(of piece: Piece) -> [ExpectedItem] { expectation.items(of: piece) }

    /// What the connector makes of a piece, what it concludes from it, and why it is ignored where it is.
    private func read(
        _ piece: Piece
    ) -> (decoded: Result<Decoded, DecodingFailure>?, failure: ConnectorFailure?, ignored: String?) {
        let channel = row.channel(for: piece, learned: learned)
        let route = row.route(piece)
        if case .ignored(let name) = route { return (nil, nil, name) }
        if case .webhook = route {
            let decoded = decodedWebhook(piece, channel)
            return (decoded, (try? decoded.get())?.failure, nil)
        }
        if case .reading(let read) = route, piece.exchange.method.isEmpty, piece.shape != "api" {
            let decoded = Result { try read(connector, channel) }.mapError(DecodingFailure.init(reading:))
            return (decoded, (try? decoded.get())?.failure, nil)
        }
        let now = Instant(seconds: 1_800_000_000)
        let failure = connector.failure(in: piece.exchange.response, channel: channel, now: now)
        guard failure == nil, (200..<300).contains(piece.exchange.response.status) else { return (nil, failure, nil) }
        switch route {
        case .feed(let feed): return (page(piece, of: feed, channel), nil, nil)
        case .reading(let read):
            return (Result { try read(connector, channel) }.mapError(DecodingFailure.init(reading:)), nil, nil)
        case .answer(let name), .ignored(let name): return (nil, nil, name)
        case .webhook: return (nil, nil, nil)
        }
    }

    private func decodedWebhook(_ piece: Piece, _ channel: Channel) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            guard let connector = connector as? any WebhookConnector else {
                throw DecodingFailure("\(row.id) receives no webhooks")
            }
            if connector.greeting(piece.body, channel: channel) != nil { return Decoded(skipped: ["greeting"]) }
            // As the service hands it over.
            let arrived: [HTTPField] =
                connector.needsArrivalTime && piece.headers.isEmpty ? .arrived(at: Instant(seconds: 1_700_000_000)) : []
            return try connector.decode(piece.body, headers: piece.headers + arrived, channel: channel)
        }
    }

    private func page(_ piece: Piece, of feed: String, _ channel: Channel) -> Result<Decoded, DecodingFailure> {
        Result { () throws(DecodingFailure) in
            guard let connector = connector as? any PollingConnector else {
                throw DecodingFailure("\(row.id) polls nothing")
            }
            return try connector.page(piece.exchange.response, of: feed, after: nil, channel: channel).decoded
        }
    }

    /// Where the connector saw an error in a good answer, none in a bad one, or drew the wrong conclusion.
    private func disagreement(on piece: Piece, with failure: ConnectorFailure?) -> String? {
        if let wanted = expectation.conclusions.first(where: { $0.concerns(piece) }) {
            if wanted.agrees(with: failure) { return nil }
            return "expected “\(wanted.sentence)”, got \(failure?.description ?? "no error")"
        }
        // Of webhooks the oracle's notes, not its errors, tell what they say of the channel.
        guard piece.shape != "webhook", let failure else { return nil }
        return "no error expected, got \(failure)"
    }
}

extension Verdict {
    /// Judges a file that is not there or in no form a recording has.
    init(unreadable reason: String) {
        self.init([], of: Expectation(unnamed: "", network: "", shape: ""))
        undecoded = 1
        complaints = ["cannot be read: \(reason)"]
    }

    /// Judges a file nobody has read before: only that everything in it can be read.
    init(tried feedings: [Feeding], ignored names: [String]) {
        let nothing = Expectation(unnamed: "", network: "", shape: "")
        self.init([], of: nothing)
        ignored = names
        for feeding in feedings {
            switch feeding.decoded {
            case .failure(let failure):
                undecoded += 1
                complaints.append("\(feeding.label) undecoded: \(failure.reason)")
            case .success(let decoded):
                found += decoded.items.count
                ignored += decoded.skipped
                undecoded += decoded.malformed.count
                complaints += decoded.malformed.map { "\(feeding.label) malformed: \($0)" }
            }
        }
    }
}
