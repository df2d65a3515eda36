import Foundation
import HarkCore

/// Reads a whole delivery: every entry, every event in it.
struct DeliveryDecoding {
    private var decoded = Decoded()
    /// When the delivery came: the time of what bears none.
    private let arrived: Instant?

    private init(arrived: Instant?) { self.arrived = arrived }

    /// Reads the raw bytes. Throws where they are no delivery of Meta at all.
    static func decode(_ body: [UInt8], of network: Network, arrived: Instant?) throws(DecodingFailure) -> Decoded {
        let envelope: Envelope
        do {
            envelope = try JSONDecoder().decode(Envelope.self, from: Data(body.mendedJSON))
        } catch {
            throw DecodingFailure(
                "not a JSON object with “object” and “entry”; is this URL registered for another provider?"
            )
        }
        let object =
            switch (envelope.object, network) {
            case (let object?, _): object
            case (nil, .whatsapp): "whatsapp_business_account"
            case (nil, .instagram): "instagram"
            case (nil, _): "page"
            }
        var decoding = Self(arrived: arrived)
        for entry in envelope.entry {
            if let entry = entry.value {
                decoding.read(entry, of: object)
            } else {
                decoding.decoded.malformed.append("entry: not of the documented shape")
            }
        }
        return decoding.decoded
    }

    private mutating func read(_ entry: Envelope.Entry, of object: String) {
        let messaging = messaging(in: entry, of: object)
        decoded.read(entry.messaging, as: "messaging") { event throws(DecodingFailure) in try messaging.read(event) }
        decoded.read(entry.standby, as: "standby") { event throws(DecodingFailure) in try messaging.read(event) }
        for change in entry.changes ?? [] {
            if let change = change.value {
                read(change, in: entry, of: object)
            } else {
                decoded.malformed.append("change: not of the documented shape")
            }
        }
        decoded.skipped += (entry.changedFields ?? []).compactMap { $0.value?.text }
    }

    private func messaging(in entry: Envelope.Entry, of object: String) -> MessagingDecoding {
        MessagingDecoding(
            network: object == "instagram" ? .instagram : .messenger,
            entryID: entry.id.text,
            entryTime: Instant(unix: entry.time.text) ?? arrived
        )
    }

    private mutating func read(_ change: FieldChange, in entry: Envelope.Entry, of object: String) {
        let time = Instant(unix: entry.time.text) ?? arrived
        switch (object, change.value) {
        case ("page", .feed(let value)):
            let feed = FeedDecoding(field: change.field, page: entry.id.text, entryTime: time)
            file(change.field) { () throws(DecodingFailure) in try feed.read(value) }
        case ("instagram", .instagram(let value)):
            let comments = InstagramDecoding(field: change.field, account: entry.id.text, entryTime: time)
            file(change.field) { () throws(DecodingFailure) in try comments.read(value) }
        case ("page", .messaging(let event)), ("instagram", .messaging(let event)):
            let messaging = messaging(in: entry, of: object)
            file(change.field) { () throws(DecodingFailure) in try messaging.read(event) }
        case ("whatsapp_business_account", .whatsApp(let value)):
            WhatsAppDecoding(value: value, entryTime: time).read(into: &decoded)
        default:
            decoded.skipped.append(change.field)
        }
    }

    private mutating func file(_ name: String, _ body: () throws(DecodingFailure) -> Reading) {
        do {
            switch try body() {
            case .items(let inbound): decoded.items += inbound
            case .skipped(let event): decoded.skipped.append(event)
            }
        } catch {
            decoded.malformed.append("\(name): \(error.reason)")
        }
    }
}
