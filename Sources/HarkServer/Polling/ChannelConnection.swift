import Crypto
public import HarkCore

/// Connects an account: gets its owner's consent and keeps the tokens outside the configuration.
public struct ChannelConnection: Sendable {
    private let channel: Account
    private let connector: any ConnectingConnector
    private let grants: any GrantStore
    private let transport: any Transport
    private let clock: any WallClock

    /// The page to open, and what binds the answer to it.
    public struct Invitation: Sendable {
        /// The page on which the owner allows us.
        public var address: String
        /// The channel with what registering told.
        var channel: Account
        var proof: ConsentProof
    }

    /// A connection to be made. Nil when the network offers none.
    public init?(
        of channel: Account,
        by connector: any Connector,
        grants: any GrantStore,
        transport: any Transport,
        clock: any WallClock
    ) {
        guard let connector = connector as? any ConnectingConnector else { return nil }
        self.channel = channel
        self.connector = connector
        self.grants = grants
        self.transport = transport
        self.clock = clock
    }

    /// Makes us known to the server where it wants that, and says which page the owner has to open.
    public func begin() async throws -> Invitation {
        var known = channel.with(try grants.grant(of: channel.id))
        if let request = try connector.registration(known) {
            let grant = try connector.granted(try await send(request, known), channel: known, now: clock.now)
            let kept = grant.merging(try grants.grant(of: channel.id))
            try grants.keep(kept, of: channel.id)
            known = channel.with(kept)
        }
        let verifier = Self.random(32)
        let proof = ConsentProof(
            state: Self.random(16),
            verifier: verifier,
            challenge: Self.base64URL(Array(SHA256.hash(data: Array(verifier.utf8))))
        )
        return Invitation(address: try connector.consent(known, proof: proof), channel: known, proof: proof)
    }

    /// Takes what the owner pasted: the code, or the whole address their browser ended at.
    ///
    /// - Parameters:
    ///   - pasted: The text.
    ///   - invitation: What ``begin()`` gave.
    /// - Returns: Who we are on the network now.
    /// - Throws: What was wrong with the text, or what the network refused.
    public func finish(_ pasted: String, _ invitation: Invitation) async throws -> String {
        let code = try Self.code(in: pasted, state: invitation.proof.state)
        let request = try connector.exchange(code, proof: invitation.proof, channel: invitation.channel)
        let answer = try await send(request, invitation.channel)
        let grant = try connector.granted(answer, channel: invitation.channel, now: clock.now)
        let kept = grant.merging(try grants.grant(of: channel.id))
        try grants.keep(kept, of: channel.id)
        let connected = channel.with(kept)
        guard let check = try connector.check(connected) else { return channel.account }
        return try connector.checked(try await send(check, connected), channel: connected)
    }

    private func send(_ request: HTTPRequest, _ channel: Account) async throws -> HTTPResponse {
        let answer = try await transport.send(request)
        if let failure = connector.failure(in: answer, channel: channel, now: clock.now) { throw failure }
        return answer
    }

    static func code(in pasted: String, state: String) throws(Failure) -> String {
        let text = pasted.trimmingPrefix(while: \.isWhitespace)
        let line = String(text.prefix { !$0.isWhitespace })
        guard let mark = line.firstIndex(of: "?") else {
            guard !line.isEmpty else { throw Failure(.badRequest, "no code was given; nothing was changed") }
            return line
        }
        var fields: [String: String] = [:]
        for pair in line[mark...].dropFirst().prefix(while: { $0 != "#" }).split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1)
            if parts.count == 2 { fields[String(parts[0])] = String(parts[1]).percentDecoded }
        }
        if let refusal = fields["error"] {
            throw Failure(.forbidden, "the network says \(SafeLine.snippet(refusal)); nothing was changed")
        }
        guard fields["state"] == state else {
            throw Failure(.forbidden, "the address belongs to another attempt; open the page that was printed last")
        }
        guard let code = fields["code"], !code.isEmpty else {
            throw Failure(.badRequest, "the address holds no code; paste the whole line of the browser's address bar")
        }
        return code
    }

    private static func random(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return base64URL((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) })
    }

    private static func base64URL(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0...group.count { text.append(digits[Int(value >> UInt32(18 - 6 * place) & 63)]) }
        }
        return text
    }
}
