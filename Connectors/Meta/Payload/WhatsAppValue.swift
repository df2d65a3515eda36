import HarkCore

/// What happened on one WhatsApp number.
struct WhatsAppValue: Decodable, Sendable {
    /// Our own number.
    struct Metadata: Decodable, Sendable {
        @Tolerated var phoneNumberID: TextID?

        private enum CodingKeys: String, CodingKey {
            case phoneNumberID = "phone_number_id"
        }
    }

    /// A person the delivery is about.
    struct Contact: Decodable, Sendable {
        /// What the person chose to show.
        struct Profile: Decodable, Sendable {
            @Tolerated var name: TextID?
            @Tolerated var username: TextID?
        }

        @Tolerated var phone: TextID?
        @Tolerated var userID: TextID?
        @Tolerated var profile: Profile?

        private enum CodingKeys: String, CodingKey {
            case phone = "wa_id"
            case userID = "user_id"
            case profile
        }
    }

    @Tolerated var metadata: Metadata?
    @Tolerated var contacts: [Lenient<Contact>]?
    var messages: [Lenient<WhatsAppMessage>]?
    var echoes: [Lenient<WhatsAppMessage>]?
    var statuses: [Lenient<WhatsAppStatus>]?
    @Tolerated var errors: [WhatsAppProblem]?

    private enum CodingKeys: String, CodingKey {
        case metadata
        case contacts
        case messages
        case echoes = "message_echoes"
        case statuses
        case errors
    }
}

/// What became of a message we sent.
struct WhatsAppStatus: Decodable, Sendable {
    @Tolerated var id: TextID?
    @Tolerated var status: TextID?
    @Tolerated var timestamp: TextID?
    @Tolerated var recipientID: TextID?
    @Tolerated var recipientUserID: TextID?
    @Tolerated var errors: [WhatsAppProblem]?

    private enum CodingKeys: String, CodingKey {
        case id
        case status
        case timestamp
        case recipientID = "recipient_id"
        case recipientUserID = "recipient_user_id"
        case errors
    }
}

/// Why something did not work.
struct WhatsAppProblem: Decodable, Sendable {
    /// The longer explanation.
    struct Details: Decodable, Sendable {
        @Tolerated var details: TextID?
    }

    @Tolerated var code: TextID?
    @Tolerated var title: TextID?
    @Tolerated var data: Details?

    private enum CodingKeys: String, CodingKey {
        case code
        case title
        case data = "error_data"
    }
}
