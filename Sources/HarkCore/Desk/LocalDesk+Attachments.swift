/// Attachments by number.
extension LocalDesk {
    /// The bytes of a conversation's attachment, fetched from the network.
    public func attachment(_ number: Int, of id: Conversation.ID) async throws -> AttachmentContent {
        guard let file = try await store.file(of: id) else { throw Self.unknown(id) }
        let all = file.messages.flatMap { message in message.attachments.map { (message.channel, $0) } }
        guard number >= 1, number <= all.count else {
            throw Failure(.notFound, "conversation \(id) has \(all.count) attachments, counted from 1")
        }
        let (channelID, attachment) = all[number - 1]
        let setup = running.setup
        guard let channel = setup.configuration.channel(channelID),
            let connector = setup.connectors.connector(for: channel.network)
        else { throw Failure(.unknownChannel, "channel \(channelID) is no longer configured; nothing can be fetched") }
        do {
            let bytes = try await AttachmentFetch(
                transport: transport,
                connector: connector,
                channel: channel,
                now: clock.now
            )
            .bytes(of: attachment)
            return AttachmentContent(attachment: attachment, bytes: bytes)
        } catch let failure as ConnectorFailure {
            throw Failure(.provider, "the attachment cannot be fetched: \(failure)")
        } catch TransportFailure.tooLarge(let limit) {
            throw Failure(.tooLarge, "the attachment is larger than \(limit) bytes; look at it on the network")
        } catch let failure as TransportFailure {
            throw Failure(.provider, "the attachment cannot be fetched: \(failure)")
        }
    }
}

/// Fetches one attachment: by its connector where it takes an account, else as a stranger's address.
private struct AttachmentFetch {
    let transport: any Transport
    let connector: any Connector
    let channel: Channel
    let now: Instant

    private static let mostRedirects = 3

    func bytes(of attachment: Attachment) async throws -> [UInt8] {
        let special = connector as? any AttachmentConnector
        if var request = try special?.request(for: attachment, channel: channel) {
            request.responseLimit = min(request.responseLimit, AttachmentContent.limit)
            let response = try await transport.send(request)
            if let failure = connector.failure(in: response, channel: channel, now: now) { throw failure }
            return try special?.bytes(of: attachment, in: response, channel: channel) ?? response.body
        }
        guard let url = attachment.url else {
            throw ConnectorFailure.notFound("the network names no address for it; look at it there")
        }
        return try await publicBytes(at: url)
    }

    private func publicBytes(at url: String) async throws -> [UInt8] {
        var url = url
        for _ in 0...Self.mostRedirects {
            var request = HTTPRequest(
                url: url,
                timeout: AttachmentContent.timeout,
                responseLimit: AttachmentContent.limit
            )
            request.reach = .publicOnly
            let response = try await transport.send(request)
            guard [301, 302, 303, 307, 308].contains(response.status), let next = response.header("location") else {
                if let failure = ConnectorFailure(status: response, now: now) { throw failure }
                return response.body
            }
            guard next.hasPrefix("https://") || next.hasPrefix("http://") && url.hasPrefix("http://") else {
                throw ConnectorFailure.rejected("it leads to another kind of address; nothing was fetched")
            }
            url = next
        }
        throw ConnectorFailure.rejected("it leads from address to address without end")
    }
}
