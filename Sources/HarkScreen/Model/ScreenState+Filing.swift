import HarkCore

/// What each verb of filing does.
extension ScreenState {
    mutating func file(_ order: Order) -> [Effect] {
        switch order.verb {
        case .close: return act(.changing(.init(state: .closed), "closed"))
        case .reopen: return act(.changing(.init(state: .open), "open again"))
        case .mute: return act(.change(Deed(mute: true), "muted"))
        case .unmute: return act(.change(Deed(mute: false), "heard again"))
        case .block: return act(.change(Deed(block: true), "blocked"))
        case .unblock: return act(.change(Deed(block: false), "unblocked"))
        case .merge: return merge(order.argument)
        case .take:
            guard let me = directory?.me else {
                say("the server has not said who you are yet", .warning)
                return []
            }
            return act(.changing(.init(assignee: me), "yours"))
        case .assign where !order.argument.isEmpty: return act(Self.assignment(order.argument))
        case .tag where !order.argument.isEmpty: return retag(order.argument)
        case .snooze where !order.argument.isEmpty: return snooze(order.argument)
        case .mark where !order.argument.isEmpty: return mark(order.argument)
        case .mark: choose(.mark)
        case .assign: choose(.assign)
        case .tag: choose(.tag)
        default: choose(.snooze)
        }
        return []
    }

    /// The team's word on what the model judged.
    private mutating func mark(_ words: String) -> [Effect] {
        do throws(Failure) {
            let verdict = try Correction.Verdict(words: words.split(separator: " ").map(String.init))
            return act(.change(Deed(mark: verdict), "marked \(verdict.summary)"))
        } catch {
            say(error.message, .warning)
            return []
        }
    }

    private mutating func merge(_ number: String) -> [Effect] {
        guard let target = Int64(number.drop { $0 == "#" }) else {
            say("say into which conversation: :merge 42", .warning)
            return []
        }
        return act(.change(Deed(mergeInto: target), "merged into #\(target)"))
    }

    private static func assignment(_ owner: String) -> ScreenAct {
        guard owner.hasPrefix("@") else { return .changing(.init(team: owner), "given to \(owner)") }
        let name = String(owner.dropFirst())
        return name == "none"
            ? .changing(.init(assignee: ""), "nobody's") : .changing(.init(assignee: name), "given to \(owner)")
    }

    private mutating func retag(_ words: String) -> [Effect] {
        let words = words.split(separator: " ").map(String.init)
        let added = words.filter { !$0.hasPrefix("-") }.map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        let removed = words.filter { $0.hasPrefix("-") }.map { String($0.dropFirst()) }
        let change = ConversationChange(
            addTags: added.isEmpty ? nil : added,
            removeTags: removed.isEmpty ? nil : removed
        )
        return act(.changing(change, "tagged " + words.joined(separator: " ")))
    }

    private mutating func snooze(_ words: String) -> [Effect] {
        do {
            let end = try facts.readTime(words, now)
            let text = "put aside until " + ScreenTime.local(end, facts)
            return act(.changing(.init(state: .snoozed, snoozedUntil: end), text))
        } catch {
            say("\(error)", .warning)
            return []
        }
    }
}

extension ScreenAct {
    /// A change of owner, team, tags or state.
    static func changing(_ change: ConversationChange, _ words: String) -> ScreenAct {
        .change(Deed(change: change), words)
    }
}
