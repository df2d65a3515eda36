import Foundation
import HarkCore

extension Row {
    static let messenger = meta(
        "messenger",
        ["meta": "webhook", "meta/docs-messenger": "webhook", "meta/restfb-webhooks": "webhook"],
        object: "page"
    )
    static let instagram = meta(
        "instagram",
        ["meta/docs-instagram": "webhook", "meta/restfb-instagram": "webhook", "meta/restfb-graph": "api"],
        object: "instagram"
    )
    static let facebook = meta(
        "facebook",
        ["meta/docs-graph": "api", "meta/sns-sdks-python-facebook": "api"],
        object: "page"
    )
    static let whatsApp = meta(
        "whatsapp",
        ["meta/pywa-whatsapp-updates": "webhook", "meta/restfb-whatsapp": "webhook"],
        object: "whatsapp_business_account"
    )

    private static func meta(_ network: String, _ folders: [String: String], object: String) -> Row {
        Row(
            network: network,
            folders: folders,
            bodyKeys: ["object", "entry", "messaging", "sender", "error", "id", "data"],
            prepare: { $0.shape == "webhook" ? $0.enveloped(as: object) : $0 },
            route: { $0.metaRoute }
        )
    }
}

extension Piece {
    /// Documentation shows bare events and entries; the wire never does.
    fileprivate func enveloped(as name: String) -> Piece {
        let body = object
        if body["object"] != nil || body["messages"] != nil || body["error"] != nil { return self }
        if body["messaging"] != nil || body["changes"] != nil { return with(["object": name, "entry": [body]]) }
        guard body["sender"] != nil || body["recipient"] != nil else { return self }
        return with(["object": name, "entry": [["id": "0", "time": 1, "messaging": [body]]]])
    }

    /// Answers of the Graph API are told apart by what was asked for.
    fileprivate var metaRoute: Row.Route {
        if shape == "webhook" { return object["entry"] == nil ? .answer("no delivery") : .webhook }
        let asked = endpoint.lowercased()
        let words = ["comment", "replies", "message", "mentioned", "conversation"]
        guard !asked.hasPrefix("post"), words.contains(where: asked.contains) else {
            return .answer(asked.isEmpty || asked == "other" ? "other Graph answers" : endpoint)
        }
        return .feed(asked.contains("conversation") || asked.contains("message") ? "conversations" : "media")
    }
}
