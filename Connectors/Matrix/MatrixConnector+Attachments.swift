public import HarkCore

extension MatrixConnector: AttachmentConnector {
    /// Media are handed out by our own server, to accounts only: `mxc://far.example/AbC`.
    public func request(for attachment: Attachment, channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let words = (attachment.reference ?? "").split(separator: "/", omittingEmptySubsequences: false).map(
            String.init
        )
        guard words.count == 4, words[0] == "mxc:", words[1].isEmpty, !words[2].isEmpty, !words[3].isEmpty else {
            throw .notFound("the attachment has no media address")
        }
        var request = try request("GET", "", timeout: AttachmentContent.timeout, channel: channel)
        let path = "/_matrix/client/v1/media/download/\(words[2].percentEncoded)/\(words[3].percentEncoded)"
        request.url = try channel.origin() + path
        return request
    }
}
