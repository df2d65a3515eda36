public import HarkCore

/// Hacker News: stories and comments that name a word, by its public search. It takes no answers.
public struct HackerNewsConnector: Connector {
    /// The network it speaks.
    public static let network = Network("hackernews")

    /// Hacker News.
    public init() {}

    /// The networks it speaks.
    public var networks: [Network] { [Self.network] }

    /// What can be gathered; there is no way to answer by program.
    public func capabilities(of network: Network) -> Capabilities {
        Capabilities(kinds: [.mention, .comment], canReply: false, bringsAttachments: true)
    }

    /// What the channel's entry lacks.
    public func problems(of channel: Channel) -> [String] {
        var problems: [String] = []
        do { _ = try Self.search(channel) } catch { problems.append(error.reason) }
        if (channel.settings["query"] ?? "").isEmpty {
            problems.append("channel \(channel.id) has no words to look for; add e.g. settings: {query: \"acme\"}")
        }
        return problems
    }

    /// One search.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        HTTPRequest(url: try Self.search(channel) + "&hitsPerPage=1")
    }

    /// What is looked for: there is no account.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        do throws(DecodingFailure) {
            _ = try response.body.readJSON(SearchPage.self)
        } catch {
            throw .unreadable("the answer is no search result: \(error)")
        }
        return "anybody, looking for “\(channel.settings["query"] ?? "")”"
    }

    /// The search for the channel's words, newest first.
    static func search(_ channel: Channel) throws(ConnectorFailure) -> String {
        let origin = try channel.origin(usual: "https://hn.algolia.com")
        let words = channel.settings["query"] ?? ""
        let query = QueryText([
            "query": words.contains("\"") ? words : "\"\(words)\"", "tags": "(story,comment)", "advancedSyntax": "true",
            "typoTolerance": "false",
        ])
        return "\(origin)/api/v1/search_by_date?\(query)"
    }
}
