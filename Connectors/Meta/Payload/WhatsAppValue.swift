/// What happened on one WhatsApp number.
struct WhatsAppValue: Decodable {
    /// Our own number.
    struct Metadata: Decodable {
        var phoneNumberID: LenientString?

        private enum CodingKeys: String, CodingKey {
            case phoneNumberID = "phone_number_id"
        }
    }

    /// A person the delivery is about.
    struct Contact: Decodable {
        /// What the person chose to show.
        struct Profile: Decodable {
            var name: LenientString?
            var username: LenientString?
        }

        var phone: LenientString?
        var userID: LenientString?
        var profile: Lenient<Profile>?

        private enum CodingKeys: String, CodingKey {
            case phone = "wa_id"
            case userID = "user_id"
            case profile
        }
    }

    var metadata: Lenient<Metadata>?
    var contacts: Lenient<[Lenient<Contact>]>?
    var messages: [Lenient<WhatsAppMessage>]?
    var echoes: [Lenient<WhatsAppMessage>]?
    var statuses: [Lenient<WhatsAppStatus>]?
    var errors: Lenient<[WhatsAppProblem]>?

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
struct WhatsAppStatus: Decodable {
    var id: LenientString?
    var status: LenientString?
    var timestamp: LenientString?
    var recipientID: LenientString?
    var recipientUserID: LenientString?
    var errors: Lenient<[WhatsAppProblem]>?

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
struct WhatsAppProblem: Decodable {
    /// The longer explanation.
    struct Details: Decodable {
        var details: LenientString?
    }

    var code: LenientString?
    var title: LenientString?
    var data: Lenient<Details>?

    private enum CodingKeys: String, CodingKey {
        case code
        case title
        case data = "error_data"
    }
}
