import Foundation
public import HarkCore

/// Messenger, Instagram, Facebook pages and WhatsApp: one provider, one app, one webhook for all of them.
public struct MetaConnector: Connector {
    /// A connector for the four networks.
    public init() {}

    /// The networks of the family.
    public var networks: [Network] { [.messenger, .instagram, .facebook, .whatsapp] }

    /// What each network allows; the limits are those of the send calls.
    public func capabilities(of network: Network) -> Capabilities {
        var capabilities = Capabilities(kinds: [.direct], replyWindow: .hours(24))
        capabilities.reportsEdits = true
        capabilities.reportsDeletes = true
        capabilities.reportsDelivery = true
        switch network {
        case .instagram:
            capabilities.kinds = [.direct, .comment, .mention]
            capabilities.textLimit = .init(1000, .bytes)
        case .facebook:
            capabilities.kinds = [.comment, .mention, .review]
            capabilities.textLimit = .init(8000, .characters)
            capabilities.replyWindow = nil
            capabilities.reportsDelivery = false
        case .whatsapp:
            capabilities.kinds = [.direct, .chat]
            capabilities.textLimit = .init(4096, .characters)
        default:
            capabilities.textLimit = .init(2000, .characters)
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
            case .instagram: "id,username"
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
        default: "the page id"
        }
    }
}

extension Character {
    /// Whether it is one of 0–9; `isNumber` also holds for ½ and Ⅳ.
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
