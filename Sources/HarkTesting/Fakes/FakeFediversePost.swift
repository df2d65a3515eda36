import Foundation
import HarkCore

/// A post as the API shows it.
struct FakeFediversePost: Encodable, Sendable {
    var id: String
    var createdAt: Instant
    var editedAt: Instant?
    var text: String
    var visibility: String
    var parent: String?
    var account: FakeFediverseAccount
    var owner: String

    private enum CodingKeys: String, CodingKey {
        case id
        case uri
        case url
        case createdAt = "created_at"
        case editedAt = "edited_at"
        case parent = "in_reply_to_id"
        case visibility
        case spoiler = "spoiler_text"
        case content
        case account
        case mentions
        case media = "media_attachments"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode("\(account.url)/statuses/\(id)", forKey: .uri)
        try container.encode("\(account.url)/\(id)", forKey: .url)
        try container.encode(createdAt, forKey: .createdAt)
        try container.encode(editedAt, forKey: .editedAt)
        try container.encode(parent, forKey: .parent)
        try container.encode(visibility, forKey: .visibility)
        try container.encode("", forKey: .spoiler)
        try container.encode("<p>\(html)</p>", forKey: .content)
        try container.encode(account, forKey: .account)
        try container.encode([FakeFediverseAccount(id: "1", acct: owner)], forKey: .mentions)
        try container.encode([String](), forKey: .media)
    }

    private var html: String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\n", with: "<br>")
    }
}

/// An account as the API shows it.
struct FakeFediverseAccount: Encodable, Sendable {
    var id: String
    var acct: String

    var url: String { "https://social.example/@\(acct)" }

    private enum CodingKeys: String, CodingKey {
        case id
        case acct
        case username
        case name = "display_name"
        case url
        case bot
    }

    func encode(to encoder: any Encoder) throws {
        let name = acct.split(separator: "@").first.map(String.init) ?? acct
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(acct, forKey: .acct)
        try container.encode(name, forKey: .username)
        try container.encode(name.capitalized, forKey: .name)
        try container.encode(url, forKey: .url)
        try container.encode(false, forKey: .bot)
    }
}
