/// Canned texts and macros, out of the configuration.
extension LocalDesk {
    /// Every canned text.
    public func cannedTexts() async throws -> [CannedTextView] {
        running.setup.configuration.cannedTexts.map {
            CannedTextView(name: $0.name, language: $0.language, text: $0.text)
        }
    }

    /// A canned text with its placeholders filled in.
    public func cannedText(_ name: String, for id: Conversation.ID) async throws -> CannedTextView {
        let texts = running.setup.configuration.cannedTexts
        let agent = agent
        return try await store.write { ledger in
            guard let conversation = try ledger.conversation(id) else { throw Self.unknown(id) }
            guard let text = texts.best(named: name, for: conversation.language) else {
                let known = Set(texts.map(\.name)).sorted().joined(separator: ", ")
                throw Failure(.notFound, "there is no canned text “\(SafeLine.snippet(name))”; there are: \(known)")
            }
            let words = text.filled(
                for: conversation,
                contact: try conversation.contact.flatMap { try ledger.contact($0) },
                agent: agent
            )
            return CannedTextView(name: name, language: text.language, text: words)
        }
    }

    /// Every macro.
    public func macros() async throws -> [MacroView] {
        running.setup.configuration.macros.map { macro in
            let reply = macro.reply.map { "reply with \($0)" }
            let snooze = macro.snooze.map { "snooze for \($0.milliseconds / 60_000) minutes" }
            let other = Deed(note: macro.note, change: macro.change).summary
            let words = [reply, other == "nothing" ? nil : other, snooze].compactMap(\.self)
            return MacroView(name: macro.name, help: macro.help, what: words.joined(separator: ", "))
        }
    }

    /// What a macro would do to each conversation.
    public func previewMacro(_ name: String, on ids: [Conversation.ID]) async throws -> [MacroPreview] {
        let (making, now) = (try deeds(of: name), clock.now)
        return try await store.write { ledger in
            try ids.map { id in
                guard let conversation = try ledger.conversation(id) else { throw Self.unknown(id) }
                return MacroPreview(
                    conversation: ConversationSummary(conversation, at: now),
                    deed: try making(conversation, now, ledger)
                )
            }
        }
    }

    /// Carries a macro out on every conversation or on none.
    public func runMacro(_ name: String, on ids: [Conversation.ID]) async throws -> ActReport {
        try check(ActCommand(ids: ids.map(\.rawValue), deed: Deed(note: name), isAllOrNothing: true))
        let (making, now) = (try deeds(of: name), clock.now)
        return try await actOnAll(ids, what: "macro \(name)") { conversation, ledger in
            let deed = try making(conversation, now, ledger)
            if let reply = deed.reply { try Self.check(reply) }
            return deed
        }
    }

    private typealias Making = @Sendable (Conversation, Instant, any Ledger) throws -> Deed

    private func deeds(of name: String) throws -> Making {
        let (configuration, agent) = (running.setup.configuration, agent)
        guard let macro = configuration.macros.first(where: { $0.name == name }) else {
            let known = configuration.macros.map(\.name).joined(separator: ", ")
            throw Failure(.notFound, "there is no macro “\(SafeLine.snippet(name))”; macros.yaml has: \(known)")
        }
        return { conversation, now, ledger in
            try macro.deed(
                for: conversation,
                contact: conversation.contact.flatMap { try ledger.contact($0) },
                agent: agent,
                texts: configuration.cannedTexts,
                now: now
            )
        }
    }
}
