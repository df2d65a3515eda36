/// What of a page is filed: the rules that hold on every network, whatever its connector does.
public struct PageSieve: Sendable {
    /// Our account, by the network's id; what it says is an echo.
    public var account: String
    /// Nothing said before this instant is taken in: set once, when the channel was first connected.
    public var floor: Instant?
    /// Announced messages are left out: they come whole later.
    public var dropsAnnounced: Bool

    /// The rules for a channel.
    public init(account: String, floor: Instant?, dropsAnnounced: Bool = false) {
        self.account = account
        self.floor = floor
        self.dropsAnnounced = dropsAnnounced
    }

    /// The page without what is not wanted; what is left out is skipped by name.
    public func sift(_ decoded: Decoded) -> Decoded {
        var sifted = decoded
        sifted.items = []
        for item in decoded.items {
            switch item.change {
            case .message(let draft) where dropsAnnounced && draft.needsFetch: sifted.skipped.append("announcement")
            case .message(let draft) where isTooOld(draft): sifted.skipped.append("message before the backfill floor")
            case .message(let draft) where !account.isEmpty && draft.author?.id == account:
                sifted.items.append(Inbound(network: item.network, account: item.account, change: .echo(draft)))
            case .echo(let draft) where isTooOld(draft): sifted.skipped.append("echo before the backfill floor")
            default: sifted.items.append(item)
            }
        }
        return sifted
    }

    private func isTooOld(_ draft: Draft) -> Bool { floor.map { draft.sentAt < $0 } ?? false }
}
