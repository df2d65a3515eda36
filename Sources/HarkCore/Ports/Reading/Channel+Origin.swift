extension Channel {
    /// The origin of the provider's API without a slash at the end: the configured server, else the network's own.
    ///
    /// Only `https`, or `http` on this machine: a token must not travel readable.
    ///
    /// - Parameter usual: The network's own origin; nil where every account names its server.
    /// - Returns: Scheme, host and port.
    /// - Throws: ``ConnectorFailure/misconfigured(_:)`` when there is none or it is no origin.
    public func origin(usual: String? = nil) throws(ConnectorFailure) -> String {
        guard var text = server ?? usual else {
            throw .misconfigured("channel \(id) has no server; add e.g. server: https://host.example to channels.yaml")
        }
        while text.hasSuffix("/") { text.removeLast() }
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { throw malformedOrigin }
        let authority = text.dropFirst(scheme.count)
        let allowed = authority.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-.:[]".utf8.contains(byte)
        }
        guard !authority.isEmpty, allowed else { throw malformedOrigin }
        let isLoopback = ["127.0.0.1", "localhost", "[::1]"].contains { host in
            authority == host || authority.hasPrefix(host + ":")
        }
        guard scheme == "https://" || isLoopback else { throw malformedOrigin }
        return text
    }

    private var malformedOrigin: ConnectorFailure {
        .misconfigured("channel \(id): server: must be https://host without a path (http:// only for this machine)")
    }
}
