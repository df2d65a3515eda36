import Foundation
public import HarkCore

/// Messenger, Instagram, Facebook pages, WhatsApp and Threads: one provider, one webhook for all networks of an app.
public struct MetaConnector: Connector {
    /// A connector for the family.
    public init() {}

    /// The networks of the family.
    public var networks: [Network] { [.messenger, .instagram, .facebook, .whatsapp, .threads] }

    /// What each network allows; the limits are those of the send calls.
    public func capabilities(of network: Network) -> Capabilities {
        var capabilities = Capabilities(kinds: [.direct], replyWindow: .hours(24))
        capabilities.reportsEdits = true
        capabilities.reportsDeletes = true
        capabilities.reportsDelivery = true
        capabilities.bringsAttachments = true
        switch network {
        case .instagram:
            capabilities.kinds = [.direct, .comment, .mention]
            capabilities.textLimit = .init(1000, .bytes)
            capabilities.quickReplies = 13
            capabilities.repliesPrivately = true
            capabilities.humanAgentWindow = .hours(7 * 24)
        case .facebook:
            capabilities.kinds = [.comment, .mention, .review]
            capabilities.textLimit = .init(8000, .characters)
            capabilities.repliesPrivately = true
            capabilities.replyWindow = nil
            capabilities.reportsDelivery = false
        case .whatsapp:
            capabilities.kinds = [.direct, .chat]
            capabilities.textLimit = .init(4096, .characters)
            capabilities.quickReplies = 10
            capabilities.sendsMedia = true
            capabilities.sendsTemplates = true
        case .threads:
            capabilities.kinds = [.comment, .mention]
            capabilities.textLimit = .init(500, .characters)
            capabilities.replyWindow = nil
            capabilities.reportsEdits = false
            capabilities.reportsDelivery = false
        default:
            capabilities.textLimit = .init(2000, .characters)
            capabilities.quickReplies = 13
            capabilities.humanAgentWindow = .hours(7 * 24)
        }
        return capabilities
    }

    /// Names every missing secret and an account that is no id.
    public func problems(of channel: Channel) -> [String] {
        var problems = ["app_secret", "verify_token", "token"]
            .filter { channel.secrets[$0] == nil }
            .map { "secret “\($0)” is missing; the README of Meta says where to find it" }
        if channel.account.isEmpty || !channel.account.allSatisfy(\.isASCIIDigit) {
            problems.append("account must be \(Self.accountName(channel.network)), a number")
        }
        return problems
    }

    /// Asks for the account's own name.
    public func check(_ channel: Channel) throws(ConnectorFailure) -> HTTPRequest? {
        let fields =
            switch channel.network {
            case .whatsapp: "display_phone_number,verified_name"
            case .instagram, .threads: "id,username"
            default: "id,name"
            }
        var request = try GraphRequest(channel).get(channel.account)
        request.url += "?fields=" + fields
        return request
    }

    /// Reads the account's name.
    public func checked(_ response: HTTPResponse, channel: Channel) throws(ConnectorFailure) -> String {
        guard let profile = try? JSONDecoder().decode(GraphProfile.self, from: Data(response.body)) else {
            throw .unreadable("the account’s profile is no JSON object; is server: right?")
        }
        if let username = profile.username.text { return "@" + username }
        let names = [profile.verifiedName.text ?? profile.name.text, profile.phoneNumber.text].compactMap(\.self)
        guard !names.isEmpty else { throw .unreadable("the account’s profile has no name") }
        return names.joined(separator: " ")
    }

    /// Reads the error object of the Graph API, whatever the status.
    public func failure(in response: HTTPResponse, channel: Channel, now: Instant) -> ConnectorFailure? {
        GraphError.failure(in: response, channel: channel, now: now)
    }

    private static func accountName(_ network: Network) -> String {
        switch network {
        case .whatsapp: "the phone number id (not the phone number)"
        case .instagram: "the Instagram account id"
        case .threads: "the Threads user id"
        default: "the page id"
        }
    }
}

extension Character {
    /// Whether it is one of 0–9; `isNumber` also holds for ½ and Ⅳ.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
