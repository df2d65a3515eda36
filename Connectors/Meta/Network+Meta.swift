import HarkCore

extension Network {
    static let messenger = Network("messenger")
    static let instagram = Network("instagram")
    static let facebook = Network("facebook")
    static let whatsapp = Network("whatsapp")
    static let threads = Network("threads")
}
