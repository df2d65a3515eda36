import HarkCore

/// What every delivery of Meta is wrapped in.
struct Envelope: Decodable, Sendable {
    /// `page`, `instagram`, `whatsapp_business_account`; the channel's network says it, too.
    @Tolerated var object: String?
    var entry: [Lenient<Entry>]

    /// One page, account or business with what happened there.
    struct Entry: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var time: TextID?
        var messaging: [Lenient<MessagingEvent>]?
        var standby: [Lenient<MessagingEvent>]?
        var changes: [Lenient<FieldChange>]?
        @Tolerated var changedFields: [Lenient<TextID>]?

        private enum CodingKeys: String, CodingKey {
            case id
            case time
            case messaging
            case standby
            case changes
            case changedFields = "changed_fields"
        }
    }
}

/// A change of one subscribed field. What `value` is depends on the field; it may be missing.
struct FieldChange: Decodable, Sendable {
    /// The field's value, read by the field's name.
    enum Value {
        case feed(FeedValue)
        case instagram(InstagramValue)
        case whatsApp(WhatsAppValue)
        /// An event of messaging where a list of changes stands: the dashboard's tests send it so.
        case messaging(MessagingEvent)
        /// The field says nothing about messages, or came without a value.
        case ignored
    }

    var field: String
    var value: Value

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        struct Product: Decodable {
            var messaging_product: String
        }
        // Only WhatsApp's values say what they are.
        let isWhatsApp = (try? container.decode(Product.self, forKey: .value)) != nil
        field =
            try container.ifReadable(String.self, .field) ?? (isWhatsApp ? "messages" : nil)
            ?? container.decode(String.self, forKey: .field)
        guard container.contains(.value), try !container.decodeNil(forKey: .value) else {
            value = .ignored
            return
        }
        struct Parties: Decodable {
            var sender: MessagingEvent.Party
            var recipient: MessagingEvent.Party
        }
        if field.hasPrefix("messag") || field == "standby", (try? container.decode(Parties.self, forKey: .value)) != nil
        {
            value = .messaging(try container.decode(MessagingEvent.self, forKey: .value))
            return
        }
        switch field {
        case "feed", "mention", "ratings":
            value = .feed(try container.decode(FeedValue.self, forKey: .value))
        case "comments", "live_comments", "mentions":
            value = .instagram(try container.decode(InstagramValue.self, forKey: .value))
        case "messages", "smb_message_echoes":
            value = .whatsApp(try container.decode(WhatsAppValue.self, forKey: .value))
        default:
            value = .ignored
        }
    }

    private enum CodingKeys: String, CodingKey {
        case field
        case value
    }
}

extension Instant {
    /// Reads Unix time in seconds or milliseconds: Meta writes both, as numbers and as strings.
    init?(unix text: String?) {
        guard let text, let number = Int64(text), number > 0 else { return nil }
        self = number < 100_000_000_000 ? Instant(seconds: number) : Instant(milliseconds: number)
    }
}
