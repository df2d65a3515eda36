import HarkCore
import HarkMastodon

let mastodon = MastodonConnector()

/// A channel as `channels.yaml` would describe it.
func channel(account: String = "@acme@social.example", settings: [String: String] = [:], floor: Instant? = nil)
    -> Channel
{
    Channel(
        id: Channel.ID("fedi"),
        network: Network("mastodon"),
        account: account,
        server: "https://social.example",
        settings: settings,
        secrets: ["token": Secret("hush-hush")],
        backfillFloor: floor
    )
}

func answer(_ body: String, status: Int = 200, headers: [HTTPField] = []) -> HTTPResponse {
    HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
}

/// A post as a server shows it.
func post(
    _ id: String,
    by acct: String = "ana@far.example",
    visibility: String = "public",
    content: String = "<p>Hello</p>",
    parent: String? = nil,
    edited: String? = nil
) -> String {
    """
    {"id":"\(id)","uri":"https://far.example/posts/\(id)","created_at":"2026-11-22T09:00:00.000Z",\
    "edited_at":\(edited.map { "\"\($0)\"" } ?? "null"),"in_reply_to_id":\(parent.map { "\"\($0)\"" } ?? "null"),\
    "visibility":"\(visibility)","spoiler_text":"","content":"\(content)",\
    "account":{"id":"\(acct == "acme" ? "1" : "9")","acct":"\(acct)","display_name":"","bot":false},\
    "mentions":[{"id":"1","acct":"acme"},{"id":"9","acct":"ana@far.example"}],"media_attachments":[]}
    """
}

func note(_ id: String, _ post: String, type: String = "mention") -> String {
    #"{"id":"\#(id)","type":"\#(type)","status":\#(post)}"#
}

extension Inbound {
    /// The message in it, whatever happened to it.
    var draft: Draft? {
        switch change {
        case .message(let draft), .echo(let draft), .edit(let draft): draft
        case .delete, .status, .reaction: nil
        }
    }
}
