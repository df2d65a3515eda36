import HarkCore

/// What a method gives when all is well.
struct Answer<Result: Decodable & Sendable>: Decodable, Sendable {
    var result: Result
}

/// What a method gives when it is not.
struct Refusal: Decodable, Sendable {
    struct Parameters: Decodable, Sendable {
        @Tolerated var retry_after: LooseNumber?
        @Tolerated var migrate_to_chat_id: TextID?
    }
    var ok: Bool
    @Tolerated private var error_code: LooseNumber?
    @Tolerated private var description: String?
    @Tolerated private var parameters: Parameters?

    /// Whether an edit changed nothing, because its first attempt had arrived.
    var isUnchanged: Bool { description?.contains("message is not modified") == true }

    /// What it means for us.
    ///
    /// - Parameters:
    ///   - status: The HTTP status.
    ///   - now: The present instant.
    ///   - secrets: What must not be repeated.
    /// - Returns: Why it was refused and what to do.
    func failure(status: Int, now: Instant, hiding secrets: some Sequence<Secret>) -> ConnectorFailure {
        let said = (description ?? "no reason given").quoted(hiding: secrets)
        if let wait = parameters?.retry_after?.integer {
            return .rateLimited(until: now + .seconds(min(max(wait, 1), 86_400)), said)
        }
        if let chat = parameters?.migrate_to_chat_id {
            return .rejected("the group became a supergroup; answer in its new chat \(chat.text): \(said)")
        }
        switch error_code.map({ Int($0.integer) }) ?? code(status: status) {
        case 401: return .reauthorise("Telegram no longer accepts the token; ask @BotFather for a new one: \(said)")
        case 404: return .misconfigured("Telegram knows no bot with this token; copy it again from @BotFather: \(said)")
        case 409 where said.contains("webhook"):
            return .misconfigured("a webhook is set for this bot; call deleteWebhook or set mode: webhook: \(said)")
        case 409: return .unavailable("another program polls with this token; stop it: \(said)")
        case 429: return .rateLimited(until: now + .seconds(60), said)
        case 500...: return .unavailable(said)
        default: return .rejected(said)
        }
    }

    /// Samples without a code exist; then the description's first word tells.
    private func code(status: Int) -> Int {
        if !(200..<300).contains(status) { return status }
        let words = ["Unauthorized": 401, "Forbidden": 403, "Conflict": 409, "Too Many Requests": 429]
        return words.first { description?.hasPrefix($0.key) == true }?.value ?? 400
    }
}
