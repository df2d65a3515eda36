import HarkCore

/// A network for these tests, with every door: it polls and answers a scripted provider and receives signed webhooks.
///
/// A page and a delivery look alike: `{"items": [{"id": "1", "text": "…"}], "cursor": "1", "more": false}`.
struct WireConnector: PollingConnector, WebhookConnector, EditingConnector {
    static let network = Network("wire")
    static let signatureHeader = "X-Wire-Signature"

    let networks = [WireConnector.network]
    var isIdempotent = false
    var canEdit = true

    func capabilities(of network: Network) -> Capabilities {
        Capabilities(
            kinds: [.direct],
            textLimit: .init(500, .characters),
            sendsIdempotently: isIdempotent,
            editsReplies: canEdit
        )
    }

    func problems(of channel: Channel) -> [String] { [] }
    func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? { nil }
    func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String { channel.account }

    func feeds(of channel: Channel) -> [String] { channel.settings["mode"] == "poll" ? ["posts"] : [] }

    func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(url: "\(channel.server ?? "")/\(feed)?after=\(cursor ?? "0")", timeout: .seconds(5))
    }

    func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        let paper = try WirePaper(response.body)
        return Page(decoded: paper.decoded, cursor: paper.cursor, hasMore: paper.more ?? false)
    }

    func authentication(of channel: Channel) throws(ConnectorFailure) -> WebhookAuthentication {
        .hmacSHA256(
            header: Self.signatureHeader,
            prefix: "sha256=",
            encoding: .hex,
            key: try channel.secret("app")
        )
    }

    func handshake(query: [String: String], channel: Channel) -> WebhookAnswer? {
        query["hub.token"] == channel.settings["verify"] ? query["hub.challenge"].map(WebhookAnswer.text) : nil
    }

    func decode(
        _ body: [UInt8],
        headers: [HTTPField],
        channel: Channel
    ) throws(DecodingFailure) -> Decoded {
        try WirePaper(body).decoded
    }

    func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        let fields = [HTTPField("Idempotency-Key", reply.id)]
        return HTTPRequest(
            method: "POST",
            url: "\(channel.server ?? "")/send",
            headers: fields,
            body: Array(reply.text.utf8),
            timeout: .seconds(5)
        )
    }

    func request(for edit: OutgoingEdit, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        HTTPRequest(
            method: "PUT",
            url: "\(channel.server ?? "")/messages/\(edit.messageID)",
            headers: [HTTPField("Idempotency-Key", edit.id)],
            body: Array(edit.text.utf8),
            timeout: .seconds(5)
        )
    }

    func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        Receipt(messageID: "sent-\(reply.id)")
    }
}
