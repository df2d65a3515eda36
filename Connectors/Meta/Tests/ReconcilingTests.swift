import HarkCore
import HarkMeta
import Testing

/// After an outage the Graph API is asked for what the webhooks did not bring.
struct ReconcilingTests {
    private let meta = MetaConnector()

    private func page(_ network: String, _ feed: String, _ body: String, after cursor: String? = nil) throws -> Page {
        let channel = Sample.channel(network, settings: ["reconcile": "true"])
        #expect(meta.feeds(of: channel).contains(feed))
        let response = HTTPResponse(status: 200, body: Array(body.utf8))
        return try meta.page(response, of: feed, after: cursor, channel: channel)
    }

    @Test func nothingIsAskedUnlessTheChannelWantsIt() throws {
        #expect(meta.feeds(of: Sample.channel("messenger")).isEmpty)
        let channel = Sample.channel("messenger", settings: ["reconcile": "true"])
        let request = try meta.request(for: "conversations", after: nil, channel: channel)
        #expect(request.url.hasPrefix("https://graph.facebook.com/v25.0/100/conversations?fields=id%2Cupdated"))
        #expect(request.url.contains("platform=messenger") && !request.url.contains("EAAtoken"))
    }

    @Test func aConversationsMessagesComeOldestFirstWithTheWebhooksIds() throws {
        let page = try page(
            "messenger",
            "conversations",
            #"""
            {"data":[{"id":"t_1","messages":{"data":[
              {"id":"m_2","created_time":"2026-11-22T09:31:00+0000","from":{"id":"100"},"to":{"data":[{"id":"7"}]},"message":"ours"},
              {"id":"m_1","created_time":"2026-11-22T09:30:00+0000","from":{"id":"7","name":"Ana"},"message":"hi"}, 3]}}],
             "paging":{"cursors":{"after":"A"},"next":"https://graph.facebook.com/next"}}
            """#
        )
        guard case .message(let first) = page.decoded.items[0].change,
            case .echo(let second) = page.decoded.items[1].change
        else {
            Issue.record("\(page.decoded)")
            return
        }
        #expect(first.id == "m_1" && first.thread == "100/7" && first.conversation == .person("7"))
        #expect(second.recipient?.id == "7" && second.conversation == .person("7"))
        #expect(page.decoded.malformed.count == 1 && page.hasMore)
    }

    @Test func aPageTokenThatRanOutBeginsTheSweepAgain() {
        let channel = Sample.channel("messenger", settings: ["reconcile": "true"])
        let failure = ConnectorFailure.rejected("Invalid cursor (Meta error 100)")
        let around = meta.detour(around: failure, in: "conversations", after: "1000<2000|A", channel: channel)
        #expect(around?.cursor == "1000" && around?.hasMore == true)
        #expect(meta.detour(around: failure, in: "conversations", after: "1000", channel: channel) == nil)
    }

    @Test func commentsStandUnderTheirPost() throws {
        let page = try page(
            "facebook",
            "feed",
            #"""
            {"data":[{"id":"100_5","from":{"id":"100"},"created_time":"2026-11-22T09:00:00+0000","message":"Our post",
              "comments":{"data":[{"id":"5_6","from":{"id":"7","name":"Ana"},"created_time":"2026-11-22T09:30:00+0000",
              "message":"Broken!","permalink_url":"https://www.facebook.com/100/posts/5/?comment_id=6"}]}}]}
            """#
        )
        let comments = page.decoded.items.compactMap { if case .message(let draft) = $0.change { draft } else { nil } }
        #expect(comments.map(\.id) == ["5_6"] && comments.first?.thread == "100_5" && comments.first?.kind == .comment)
    }

    @Test func aRepliedThreadsPostKeepsItsParent() throws {
        let page = try page(
            "threads",
            "replies",
            #"""
            {"data":[{"id":"1","replies":{"data":[{"id":"2","text":"Hey","username":"ana","timestamp":"2026-11-22T09:30:00+0000",
              "replied_to":{"id":"1"},"root_post":{"id":"1"}}]}}]}
            """#
        )
        guard case .message(let draft) = try #require(page.decoded.items.first).change else {
            Issue.record("no message")
            return
        }
        #expect(draft.parent == "1" && draft.thread == "1" && draft.author?.id == "ana")
    }
}
