import HarkCore
import Synchronization

/// Keeps what leaves in order: one item at a time per conversation, a bounded number of conversations at once.
final class Lanes: Sendable {
    private struct State {
        var waiting: [Conversation.ID: [OutboxItem]] = [:]
        /// Everything that is in a lane: a lease that ran out must not bring the same item in twice.
        var present: Set<OutboxItem.ID> = []
    }

    private let state = Mutex(State())
    private let width: Int

    init(width: Int) { self.width = width }

    /// How many more conversations may begin.
    var free: Int { state.withLock { max(width - $0.waiting.count, 0) } }

    /// Puts an item in its conversation's lane. True when the lane is new and somebody must drive it.
    func enter(_ item: OutboxItem) -> Bool {
        state.withLock { state in
            guard state.present.insert(item.id).inserted else { return false }
            let isNew = state.waiting[item.lane] == nil
            state.waiting[item.lane, default: []].append(item)
            return isNew
        }
    }

    /// The item to send now; nil when the lane is empty and closed.
    func front(of lane: Conversation.ID) -> OutboxItem? {
        state.withLock { state in
            guard let item = state.waiting[lane]?.first else {
                state.waiting[lane] = nil
                return nil
            }
            return item
        }
    }

    /// The item at the front is settled. Unless it is gone, the replies behind it go back to the outbox: a customer must not read
    /// the second part of an answer before the first.
    func leave(_ item: OutboxItem, isGone: Bool) {
        state.withLock { state in
            var rest = Array((state.waiting[item.lane] ?? []).dropFirst())
            state.present.remove(item.id)
            if !isGone, item.channel != nil {
                for held in rest where held.channel != nil { state.present.remove(held.id) }
                rest.removeAll { $0.channel != nil }
            }
            state.waiting[item.lane] = rest
        }
    }
}

extension OutboxItem {
    /// Replies of a conversation share a lane; a mail has one of its own, because no order binds it.
    var lane: Conversation.ID {
        guard channel != nil, let conversation else { return Conversation.ID(-id.rawValue) }
        return conversation
    }
}
