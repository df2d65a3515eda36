import HarkCore
import HarkMeta
import Testing

/// What the tests of this connector share.
enum Sample {
    static func channel(_ network: String, account: String = "100", settings: [String: String] = [:]) -> Channel {
        Channel(
            id: Channel.ID(network),
            network: Network(network),
            account: account,
            endpoint: "meta",
            settings: settings,
            secrets: ["app_secret": Secret("app"), "verify_token": Secret("verify"), "token": Secret("EAAtoken")]
        )
    }

    static func decode(_ json: String) throws -> Decoded {
        try MetaConnector().decode(Array(json.utf8), headers: [], channel: channel("messenger"))
    }

    /// One event of Messenger or Instagram messaging in its envelope.
    static func messaging(_ event: String, object: String = "page", list: String = "messaging") throws -> Decoded {
        try decode(#"{"object":"\#(object)","entry":[{"id":"100","time":1700000000000,"\#(list)":[\#(event)]}]}"#)
    }

    /// One change in its envelope.
    static func change(_ field: String, _ value: String, object: String = "page", id: String = "100") throws -> Decoded
    {
        try decode(
            #"{"object":"\#(object)","entry":[{"id":"\#(id)","time":1700000000,"changes":[{"field":"\#(field)","value":\#(value)}]}]}"#
        )
    }

    /// What happened on a WhatsApp number.
    static func whatsApp(_ parts: String, field: String = "messages") throws -> Decoded {
        try change(
            field,
            #"{"messaging_product":"whatsapp","metadata":{"phone_number_id":"555"},\#(parts)}"#,
            object: "whatsapp_business_account"
        )
    }

    static func draft(_ decoded: Decoded) throws -> Draft {
        let item = try #require(decoded.items.first)
        switch item.change {
        case .message(let draft), .echo(let draft), .edit(let draft): return draft
        default: throw DecodingFailure("no message")
        }
    }
}
