/// What a WhatsApp message holds: exactly one of these, under the key that `type` names.
struct WhatsAppContent: Decodable {
    /// Written words.
    struct Text: Decodable {
        var body: LenientString?
    }

    /// A file, fetched by its id.
    struct Media: Decodable {
        var id: LenientString?
        var url: LenientString?
        var mediaType: LenientString?
        var caption: LenientString?
        var filename: LenientString?

        private enum CodingKeys: String, CodingKey {
            case id
            case url
            case mediaType = "mime_type"
            case caption
            case filename
        }
    }

    /// A place.
    struct Location: Decodable {
        var latitude: LenientString?
        var longitude: LenientString?
        var name: LenientString?
        var address: LenientString?
    }

    /// A card of somebody's address book.
    struct Card: Decodable {
        /// The name on the card.
        struct Name: Decodable {
            var formatted: LenientString?

            private enum CodingKeys: String, CodingKey {
                case formatted = "formatted_name"
            }
        }

        /// A number on the card.
        struct Phone: Decodable {
            var phone: LenientString?
        }

        var name: Lenient<Name>?
        var phones: Lenient<[Phone]>?
    }

    /// A button of a template.
    struct Button: Decodable {
        var payload: LenientString?
        var text: LenientString?
    }

    /// An answer given by tapping. The keys name its sort.
    struct Interactive: Decodable {
        /// What was tapped.
        struct Choice: Decodable {
            var id: LenientString?
            var title: LenientString?
            var body: LenientString?
            var answers: LenientString?
            var response: LenientString?

            private enum CodingKeys: String, CodingKey {
                case id
                case title
                case body
                case answers = "response_json"
                case response
            }
        }

        var button: Lenient<Choice>?
        var row: Lenient<Choice>?
        var form: Lenient<Choice>?
        var callPermission: Lenient<Choice>?

        private enum CodingKeys: String, CodingKey {
            case button = "button_reply"
            case row = "list_reply"
            case form = "nfm_reply"
            case callPermission = "call_permission_reply"
        }
    }

    /// A basket.
    struct Order: Decodable {
        var text: LenientString?
    }

    var type: LenientString?
    var text: Lenient<Text>?
    var image: Lenient<Media>?
    var video: Lenient<Media>?
    var audio: Lenient<Media>?
    var document: Lenient<Media>?
    var sticker: Lenient<Media>?
    var location: Lenient<Location>?
    var contacts: Lenient<[Lenient<Card>]>?
    var button: Lenient<Button>?
    var interactive: Lenient<Interactive>?
    var order: Lenient<Order>?
}
