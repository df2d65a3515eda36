import ArgumentParser
import Foundation
import HarkClient
import HarkCore
import HarkCurl
import Synchronization

/// Values for the shell's completion, asked of the server; none where it cannot be reached within a moment.
enum LiveValues {
    static var conversations: CompletionKind {
        .custom { _, _, _ in
            ask { desk in try await desk.inbox(InboxRequest(limit: 50)).data.map { String($0.id) } }
        }
    }

    static var views: CompletionKind {
        .custom { _, _, _ in ask { try await $0.views().map(\.name) } }
    }

    static var canned: CompletionKind {
        .custom { _, _, _ in ask { Set(try await $0.cannedTexts().map(\.name)).sorted() } }
    }

    static var macros: CompletionKind {
        .custom { _, _, _ in ask { try await $0.macros().map(\.name) } }
    }

    /// Conversations, then teams and agents.
    static var owners: CompletionKind {
        .custom { _, _, _ in
            ask { desk in
                let directory = try await desk.directory()
                let ids = try await desk.inbox(InboxRequest(limit: 50)).data.map { String($0.id) }
                return ids + directory.teams + directory.agents.map { "@" + $0.name } + ["@none"]
            }
        }
    }

    /// Conversations, then tags to add.
    static var tags: CompletionKind {
        .custom { _, _, _ in
            ask { desk in
                let page = try await desk.inbox(InboxRequest(limit: 50)).data
                return page.map { String($0.id) } + known(try await desk.directory().tags, page).map { "+" + $0 }
            }
        }
    }

    /// Fields of a query, and tags, teams and channels as its values.
    static var query: CompletionKind {
        .custom { _, _, _ in
            let fixed =
                ["open", "pending", "snoozed", "closed", "unread", "unassigned", "mine", "breached", "answered"]
                .map { "is:" + $0 } + ["urgency>=high", "has:attachment", "sort:due", "sort:-created"]
            return plain(
                fixed
                    + ask { desk in
                        let directory = try await desk.directory()
                        let page = try await desk.inbox(InboxRequest(limit: 50)).data
                        return known(directory.tags, page).map { "tag:" + $0 } + directory.teams.map { "team:" + $0 }
                            + directory.channels.map { "channel:" + $0.channel }
                    }
            )
        }
    }

    /// The tags of the configuration and those on the newest lines.
    private static func known(_ tags: [String], _ page: [ConversationSummary]) -> [String] {
        Set(tags + page.flatMap(\.tags)).sorted()
    }

    /// The shell waits: a second at most.
    private static func ask(_ question: @escaping @Sendable (any Desk) async throws -> [String]) -> [String] {
        let holder = Holder()
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            let surroundings = Surroundings.live
            if let address = try? ConnectionOptions.parse([]).resolve(in: surroundings),
                let words = try? await question(surroundings.desk(address))
            {
                holder.words.withLock { $0 = words }
            }
            done.signal()
        }
        _ = done.wait(timeout: .now() + 1)
        return holder.words.withLock { $0.map(TerminalText.line) }
    }

    /// Words as the asking shell takes them: zsh reads what stands behind a colon as a remark.
    private static func plain(_ words: [String]) -> [String] {
        CompletionShell.requesting == .zsh ? words.map { $0.replacing(":", with: "\\:") } : words
    }

    /// A mutex cannot be captured by an escaping closure itself.
    private final class Holder: Sendable {
        let words = Mutex<[String]>([])
    }
}
