import Foundation
import HarkCore

/// Reads a whole delivery: every entry, every event in it.
struct DeliveryDecoding {
    private var decoded = Decoded()

    /// Reads the raw bytes. Throws where they are no delivery of Meta at all.
    static func decode(_ body: [UInt8]) throws(DecodingFailure) -> Decoded {
        let envelope: Envelope
        do {
            envelope = try JSONDecoder().decode(Envelope.self, from: Data(body.mendedJSON))
        } catch {
            throw DecodingFailure(
                "not a JSON object with “object” and “entry”; is this URL registered for another provider?"
            )
        }
        var decoding = Self()
        for entry in envelope.entry {
            if let entry = entry.value {
                decoding.read(entry, of: envelope.object)
            } else {
                decoding.decoded.malformed.append("entry: not of the documented shape")
            }
        }
        return decoding.decoded
    }

    private mutating func read(_ entry: Envelope.Entry, of object: String) {
        let messaging = MessagingDecoding(
            network: object == "instagram" ? .instagram : .messenger,
            entryID: entry.id.text,
            entryTime: Instant(unix: entry.time.text)
        )
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

    private mutating func read(_ change: FieldChange, in entry: Envelope.Entry, of object: String) {
        let time = Instant(unix: entry.time.text)
        switch (object, change.value) {
        case ("page", .feed(let value)):
            let feed = FeedDecoding(field: change.field, page: entry.id.text, entryTime: time)
            file(change.field) { () throws(DecodingFailure) in try feed.read(value) }
        case ("instagram", .instagram(let value)):
            let comments = InstagramDecoding(field: change.field, account: entry.id.text, entryTime: time)
            file(change.field) { () throws(DecodingFailure) in try comments.read(value) }
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
