import HarkCore

extension Capabilities {
    /// What an item is or brings that the network says it never does, because the inbox goes by what it says.
    func undeclared(in inbound: Inbound) -> [String] {
        switch inbound.change {
        case .message(let draft): return undeclared(in: draft)
        case .echo: return []
        case .edit(let draft): return (reportsEdits ? [] : ["edits"]) + undeclared(in: draft)
        // A list that happens to show a gap is no promise to tell of deletions.
        case .delete: return []
        case .status: return reportsDelivery ? [] : ["what became of our messages"]
        case .reaction: return []
        }
    }

    private func undeclared(in draft: Draft) -> [String] {
        (kinds.contains(draft.kind) ? [] : ["the kind \(draft.kind)"])
            + (bringsAttachments || draft.attachments.isEmpty ? [] : ["attachments"])
    }
}
