/// Something that came with a message. Metadata always; the bytes only on demand.
public struct Attachment: Sendable, Hashable, Codable {
    /// What it is, coarsely.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        case image, video, audio, file, sticker, location, contact, link, other
    }

    /// What it is, coarsely.
    public var kind: Kind
    /// Where the bytes are; may expire.
    public var url: String?
    /// The network's id of the bytes, when they are fetched by id.
    public var reference: String?
    /// The file's name or the link's title; hostile until made safe.
    public var name: String?
    /// The media type the network claims.
    public var mediaType: String?
    /// The size in bytes the network claims.
    public var size: Int?
    /// The author's description (alt text), a place's coordinates, a contact's number.
    public var note: String?

    /// Metadata of something attached.
    public init(
        kind: Kind,
        url: String? = nil,
        reference: String? = nil,
        name: String? = nil,
        mediaType: String? = nil,
        size: Int? = nil,
        note: String? = nil
    ) {
        self.kind = kind
        self.url = url
        self.reference = reference
        self.name = name
        self.mediaType = mediaType
        self.size = size
        self.note = note
    }

    private enum CodingKeys: String, CodingKey {
        case kind
        case url
        case reference
        case name
        case mediaType = "media_type"
        case size
        case note
    }
}
