import HarkCore

/// A notice that somebody did something on or with a page's post.
struct LinkedInNotice: Decodable, Sendable {
    struct Words: Decodable, Sendable {
        @Tolerated var text: String?
    }
    struct Activity: Decodable, Sendable {
        @Tolerated var text: String?
        @Tolerated var message: Words?
        @Tolerated var owner: String?
        @Tolerated var actor: String?
        @Tolerated var author: String?
        @Tolerated var parentComment: String?
    }
    struct Decorated: Decodable, Sendable {
        @Tolerated var comment: Activity?
        @Tolerated var share: Activity?
    }

    @Tolerated var notificationId: TextID?
    @Tolerated var organizationalEntity: String?
    @Tolerated var action: String?
    @Tolerated var sourcePost: String?
    @Tolerated var lastModifiedAt: LooseNumber?
    @Tolerated var generatedActivity: String?
    @Tolerated var decoratedGeneratedActivity: Decorated?

    /// Adds what the notice tells; likes and shares are skipped by name.
    func read(into decoded: inout Decoded) {
        do throws(DecodingFailure) {
            guard let change = try change() else { return decoded.skipped.append(action ?? "notice without an action") }
            decoded.items.append(
                Inbound(network: LinkedInConnector.network, account: organizationalEntity, change: change)
            )
        } catch {
            decoded.malformed.append("\(action ?? "notification"): \(error.reason)")
        }
    }

    private func change() throws(DecodingFailure) -> Inbound.Change? {
        switch action {
        case "COMMENT": return .message(try draft(.comment))
        case "ADMIN_COMMENT": return .echo(try draft(.comment))
        case "COMMENT_EDIT": return .edit(try draft(.comment))
        case "COMMENT_DELETE": return .delete(id: try id(), at: lastModifiedAt?.instant)
        case "SHARE_MENTION": return .message(try draft(.mention))
        default: return nil
        }
    }

    private func id() throws(DecodingFailure) -> String {
        guard let id = generatedActivity ?? notificationId?.text else {
            throw DecodingFailure("“generatedActivity” is missing")
        }
        return id
    }

    private func draft(_ kind: MessageKind) throws(DecodingFailure) -> Draft {
        let id = try id()
        guard let lastModifiedAt else { throw DecodingFailure("“lastModifiedAt” is missing") }
        let activity = decoratedGeneratedActivity?.comment ?? decoratedGeneratedActivity?.share
        let author = activity?.owner ?? activity?.actor ?? activity?.author
        let text = activity?.text ?? activity?.message?.text
        return Draft(
            id: id,
            kind: kind,
            isPrivate: false,
            author: author.map { Author(id: $0) },
            text: text,
            thread: sourcePost ?? id,
            conversation: .thread(activity?.parentComment ?? id),
            parent: activity?.parentComment,
            sentAt: lastModifiedAt.instant,
            url: id.hasPrefix("urn:") ? "https://www.linkedin.com/feed/update/" + (sourcePost ?? id) : nil,
            needsFetch: author == nil || text == nil
        )
    }
}
