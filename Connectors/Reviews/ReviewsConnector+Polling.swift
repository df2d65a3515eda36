public import HarkCore

extension ReviewsConnector: PollingConnector {
    private static let feed = "reviews"

    /// One feed: the list of reviews.
    public func feeds(of channel: Channel) -> [String] { [Self.feed] }

    /// The newest page, or the page a running sweep has come to.
    public func request(
        for feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(ConnectorFailure) -> HTTPRequest {
        try site(of: channel).list(Sweep(cursor).token, channel)
    }

    /// Reads a page: oldest first, our own answers behind the reviews they belong to.
    public func page(
        _ response: HTTPResponse,
        of feed: String,
        after cursor: String?,
        channel: Channel
    ) throws(DecodingFailure) -> Page {
        guard let site = ReviewSite.of(channel.network) else { throw DecodingFailure("no site of this name") }
        let sweep = Sweep(cursor)
        let page = try site.read(response.body, sweep.token)
        var decoded = Decoded()
        var times: [Instant] = []
        for review in page.reviews.reversed() {
            switch review {
            case .broken(let reason): decoded.malformed.append("review: \(reason)")
            case .read(let review):
                times.append(max(review.changedAt ?? review.writtenAt, review.writtenAt))
                decoded.add(review, seenUpTo: sweep.mark, channel: channel)
            }
        }
        let (after, hasMore) = sweep.after(times, next: page.next, overlap: .hours(1), floor: channel.backfillFloor)
        return Page(decoded: decoded, cursor: after.cursor, hasMore: hasMore)
    }

    /// A page token that ran out: the sweep begins again at the top and loses nothing.
    public func detour(
        around failure: ConnectorFailure,
        in feed: String,
        after cursor: String?,
        channel: Channel
    ) -> Page? {
        guard case .rejected = failure else { return nil }
        return Sweep(cursor).pageFromTheTop
    }
}

extension Decoded {
    /// A review that we have read before and that changed since is an edit.
    fileprivate mutating func add(_ review: Review, seenUpTo mark: Instant?, channel: Channel) {
        if mark == nil, let floor = channel.backfillFloor, review.writtenAt < floor {
            return skipped.append("review before the backfill floor")
        }
        let isEdit = mark.map { review.writtenAt <= $0 && (review.changedAt ?? review.writtenAt) > $0 } ?? false
        add(isEdit ? .edit(review.draft) : .message(review.draft), channel)
        if let echo = review.echo(account: channel.account) { add(.echo(echo), channel) }
    }

    private mutating func add(_ change: Inbound.Change, _ channel: Channel) {
        items.append(Inbound(network: channel.network, change: change))
    }
}

extension ReviewsConnector: ReplyingConnector {
    /// The public answer under the review.
    public func request(for reply: Outgoing, channel: Channel) throws(ConnectorFailure) -> HTTPRequest {
        try site(of: channel).answer(reply, channel)
    }

    /// A review has one answer, so its own id names it.
    public func receipt(
        _ response: HTTPResponse,
        for reply: Outgoing,
        channel: Channel
    ) throws(ConnectorFailure) -> Receipt {
        Receipt(messageID: reply.target.messageID + "/answer")
    }
}
