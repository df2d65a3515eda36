import HarkCore

/// What a WhatsApp message holds: exactly one of these, under the key that `type` names.
struct WhatsAppContent: Decodable, Sendable {
    /// Written words.
    struct Text: Decodable, Sendable {
        @Tolerated var body: TextID?
    }

    /// A file, fetched by its id.
    struct Media: Decodable, Sendable {
        @Tolerated var id: TextID?
        @Tolerated var url: TextID?
        @Tolerated var mediaType: TextID?
        @Tolerated var caption: TextID?
        @Tolerated var filename: TextID?

        private enum CodingKeys: String, CodingKey {
            case id
            case url
            case mediaType = "mime_type"
            case caption
            case filename
        }
    }

    /// A place.
    struct Location: Decodable, Sendable {
        @Tolerated var latitude: LooseNumber?
        @Tolerated var longitude: LooseNumber?
        @Tolerated var name: TextID?
        @Tolerated var address: TextID?
    }

    /// A card of somebody's address book.
    struct Card: Decodable, Sendable {
        /// The name on the card.
        struct Name: Decodable, Sendable {
            @Tolerated var formatted: TextID?

            private enum CodingKeys: String, CodingKey {
                case formatted = "formatted_name"
            }
        }

        /// A number on the card.
        struct Phone: Decodable, Sendable {
            @Tolerated var phone: TextID?
        }

        @Tolerated var name: Name?
        @Tolerated var phones: [Phone]?
    }

    /// A button of a template.
    struct Button: Decodable, Sendable {
        @Tolerated var payload: TextID?
        @Tolerated var text: TextID?
    }

    /// An answer given by tapping. The keys name its sort.
    struct Interactive: Decodable, Sendable {
        /// What was tapped.
        struct Choice: Decodable, Sendable {
            @Tolerated var id: TextID?
            @Tolerated var title: TextID?
            @Tolerated var body: TextID?
            @Tolerated var answers: TextID?
            @Tolerated var response: TextID?

            private enum CodingKeys: String, CodingKey {
                case id
                case title
                case body
                case answers = "response_json"
                case response
            }
        }

        @Tolerated var button: Choice?
        @Tolerated var row: Choice?
        @Tolerated var form: Choice?
        @Tolerated var callPermission: Choice?

        private enum CodingKeys: String, CodingKey {
            case button = "button_reply"
            case row = "list_reply"
            case form = "nfm_reply"
            case callPermission = "call_permission_reply"
        }
    }

    /// A basket.
    struct Order: Decodable, Sendable {
        @Tolerated var text: TextID?
    }

    @Tolerated var type: TextID?
    @Tolerated var text: Text?
    @Tolerated var image: Media?
    @Tolerated var video: Media?
    @Tolerated var audio: Media?
    @Tolerated var document: Media?
    @Tolerated var sticker: Media?
    @Tolerated var location: Location?
    @Tolerated var contacts: [Lenient<Card>]?
    @Tolerated var button: Button?
    @Tolerated var interactive: Interactive?
    @Tolerated var order: Order?
}
