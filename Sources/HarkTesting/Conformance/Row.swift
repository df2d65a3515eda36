import HarkCore

/// One network in the conformance table: which payloads are its own, and which surface of the connector reads each.
///
/// A row is all a new network adds here. What a row does not route is listed as ignored by design, by its endpoint.
struct Row: Sendable {
    /// What reads a piece.
    enum Route: Sendable {
        /// A delivery that was posted to us.
        case webhook
        /// A page of a polled feed; the answer to a feed's request.
        case feed(String)
        /// Something else the connector can read.
        case reading(@Sendable (any Connector, Channel) throws -> Decoded)
        /// An answer to a call of ours that brings no message; only errors in it are judged.
        case answer(String)
        /// Nothing that a connector is given.
        case ignored(String)
    }

    /// The oracle's word for it.
    var network: String
    /// Hark's word for it, where that is another.
    var speaks: String?
    /// Where its payloads lie, as beginnings of paths, each with the shape of what lies there.
    var folders: [String: String] = [:]
    /// Our own account in the recordings.
    var account = "@hark"
    /// Settings and secrets that reading needs.
    var settings: [String: String] = [:]
    var secrets: [String: Secret] = [:]
    /// Members of which a real body has at least one; tells a body from a file that maps names to bodies.
    var bodyKeys: Set<String> = []
    /// Takes a file apart that is built like no other; nil for the usual ways.
    var cut: (@Sendable (Piece) -> [Piece]?)?
    /// Puts around a piece what the wire has and the documentation leaves out.
    var prepare: @Sendable (Piece) -> Piece = { $0 }
    /// Our own account in one recording, where recordings have several.
    var owner: (@Sendable (Piece) -> String?)?
    /// Settings that follow from the whole recording, as a poller would have learned them before; from the JSON of every file
    /// in the folder.
    var learn: (@Sendable ([Any]) -> [String: String])?
    /// Which surface reads a piece.
    var route: @Sendable (Piece) -> Route

    /// The network as Hark knows it.
    var id: Network { Network(speaks ?? network) }

    /// The channel that a piece came over.
    func channel(for piece: Piece, learned: [String: String] = [:]) -> Channel {
        Channel(
            id: Channel.ID("conformance"),
            network: id,
            account: owner?(piece) ?? account,
            settings: settings.merging(learned) { $1 },
            secrets: secrets
        )
    }

    /// The shape of a file that the oracle does not name; nil when the file is not of this network.
    func shape(of file: String) -> String? {
        folders.filter { file.hasPrefix($0.key + "/") }.max { $0.key.count < $1.key.count }?.value
    }
}

extension Row.Route {
    /// Webhooks are read as such; everything else is no surface of the network.
    static func webhooksOnly(_ piece: Piece) -> Row.Route {
        piece.shape == "webhook" ? .webhook : .answer(piece.endpoint.isEmpty ? "an answer" : piece.endpoint)
    }
}
