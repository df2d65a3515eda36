import HarkCore

/// The pickers: whom, which tags, until when.
extension ScreenState {
    mutating func choose(_ purpose: Picker.Purpose) {
        guard !list.targets.isEmpty || purpose == .view else {
            say("there is no conversation here", .warning)
            return
        }
        let count = list.targets.count
        let subject = count == 1 ? "#\(list.targets[0])" : "\(count) conversations"
        let picker: Picker
        switch purpose {
        case .assign: picker = Picker(purpose: purpose, title: "Give \(subject) to", choices: owners)
        case .tag: picker = Picker(purpose: purpose, title: "Tag \(subject)", choices: tags)
        case .mark: picker = Picker(purpose: purpose, title: "What \(subject) really is", choices: verdicts)
        case .snooze: picker = Picker(purpose: purpose, title: "Put \(subject) aside until", choices: times)
        case .canned: picker = Picker(purpose: purpose, title: "Answer with", choices: shelf.textChoices)
        case .macro: picker = Picker(purpose: purpose, title: "Macro on \(subject)", choices: shelf.macroChoices)
        case .view: picker = Picker(purpose: purpose, title: "View", choices: shelf.viewChoices)
        }
        mode = .picking(picker)
    }

    private var owners: [Picker.Choice] {
        let me = directory?.me
        let others = (directory?.agents ?? []).filter { $0.name != me }
        let seen = Set(list.rows.map(\.team)).sorted()
        let teams = directory?.teams ?? seen
        let owner = list.current?.assignee
        let mine = me.map { [Picker.Choice(label: "@" + $0, detail: "yourself", words: "@" + $0, isSet: owner == $0)] }
        return (mine ?? [])
            + others.map {
                Picker.Choice(
                    label: "@" + $0.name,
                    detail: $0.teams.joined(separator: ", "),
                    words: "@" + $0.name,
                    isSet: owner == $0.name
                )
            }
            + teams.map { Picker.Choice(label: $0, detail: "team", words: $0, isSet: list.current?.team == $0) }
            + [Picker.Choice(label: "@none", detail: "nobody", words: "@none")]
    }

    private var tags: [Picker.Choice] {
        let own = Set(list.current?.tags ?? [])
        let known = Set(directory?.tags ?? []).union(list.rows.flatMap(\.tags))
        return known.union(own).sorted().map { tag in
            let isSet = own.contains(tag)
            return Picker.Choice(
                label: tag,
                detail: isSet ? "takes it away" : "",
                words: (isSet ? "-" : "+") + tag,
                isSet: isSet
            )
        }
    }

    /// What the model may have judged wrongly, with what stands there now.
    private var verdicts: [Picker.Choice] {
        let current = list.current
        let topics = Set(list.rows.flatMap(\.topics)).sorted()
        return Urgency.Level.allCases.reversed().map { level in
            verdict("urgency", level.rawValue, isSet: current?.urgency == level)
        }
            + Sentiment.Label.allCases.map { label in
                verdict("sentiment", label.rawValue, isSet: current?.sentiment == label)
            }
            + topics.map { verdict("topic", $0, isSet: current?.topics.contains($0) == true) }
    }

    private func verdict(_ aspect: String, _ value: String, isSet: Bool) -> Picker.Choice {
        Picker.Choice(
            label: "\(aspect)=\(value)",
            detail: isSet ? "as it stands" : "",
            words: "\(aspect)=\(value)",
            isSet: isSet
        )
    }

    private var times: [Picker.Choice] {
        ["1h", "3h", "tomorrow", "monday", "1w"].map { words in
            let end = try? facts.readTime(words, now)
            return Picker.Choice(
                label: words,
                detail: end.map { ScreenTime.local($0, facts) } ?? "",
                words: words
            )
        }
    }

    mutating func press(_ key: Key, in picker: Picker) -> [Effect] {
        var picker = picker
        switch key.code {
        case .escape:
            mode = .browsing
            return []
        case .enter: return take(picker)
        case .down, .tab: picker.move(1)
        case .up, .backTab: picker.move(-1)
        case .character("n") where key.control: picker.move(1)
        case .character("p") where key.control: picker.move(-1)
        case .character("c") where key.control:
            mode = .browsing
            return []
        case .character(let digit) where picker.takes(digit): return take(picker, digit.wholeNumberValue.map { $0 - 1 })
        default: if picker.field.take(key) { picker.index = 0 }
        }
        mode = .picking(picker)
        return []
    }

    private mutating func take(_ picker: Picker, _ index: Int? = nil) -> [Effect] {
        mode = .browsing
        var picker = picker
        if let index { picker.index = index }
        guard let words = picker.words else { return [] }
        switch picker.purpose {
        case .assign: return obey(Order(.assign, words))
        case .tag: return obey(Order(.tag, words.hasPrefix("+") || words.hasPrefix("-") ? words : "+" + words))
        case .mark: return obey(Order(.mark, words))
        case .snooze: return obey(Order(.snooze, words))
        case .canned: return obey(Order(.canned, words))
        case .macro: return obey(Order(.macro, words))
        case .view: return obey(Order(.view, words))
        }
    }
}
