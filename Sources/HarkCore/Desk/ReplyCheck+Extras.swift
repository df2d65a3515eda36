extension ReplyCheck {
    /// Throws when the network cannot do what a reply asks for beside its text.
    func check(_ extras: ReplyExtras?, to target: Message, with capabilities: Capabilities) throws {
        guard let extras else { return }
        func refuse(_ pointer: String, _ detail: String) throws {
            throw Failure(
                .unprocessable,
                "\(conversation.network) \(detail)",
                problems: [.init(pointer: "/extras/" + pointer, detail: detail)]
            )
        }
        if extras.choices.count > capabilities.quickReplies {
            try refuse("choices", "offers at most \(capabilities.quickReplies) answers for tapping")
        }
        if !extras.media.isEmpty, !capabilities.sendsMedia { try refuse("media", "takes no files through Hark") }
        if extras.media.contains(where: { !$0.hasPrefix("https://") }) {
            try refuse("media", "takes files by https addresses")
        }
        if extras.template != nil, !capabilities.sendsTemplates { try refuse("template", "knows no templates") }
        if extras.isPrivateReply, !(capabilities.repliesPrivately && target.kind == .comment) {
            try refuse("privately", "answers only comments in private, where it does")
        }
        if extras.isHumanAgent, capabilities.humanAgentWindow == nil {
            try refuse("human_agent", "knows no longer window for people")
        }
    }

    /// How long after the customer's message this reply may still be sent; nil for always.
    func window(for extras: ReplyExtras?, to target: Message, with capabilities: Capabilities) -> Span? {
        if extras?.template != nil { return nil }
        if extras?.isPrivateReply ?? false { return .hours(7 * 24) }
        guard target.isPrivate else { return nil }
        if extras?.isHumanAgent ?? false { return capabilities.humanAgentWindow }
        return capabilities.replyWindow
    }
}
