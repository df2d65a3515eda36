import Crypto
import HarkCore

/// Signs what leaves in mails and comes back: the links and the envelope's sender.
///
/// A mark is `purpose-item-expiry-signature` in lower-case letters and digits, so that it survives every mail program. The
/// signature is HMAC-SHA256, cut to 128 bits.
struct LinkSigner: Sendable {
    /// What a mark lets its holder do.
    enum Purpose: String, Sendable, CaseIterable {
        case acknowledge = "a"
        case unsubscribe = "u"
        /// Nothing; it tells which mail a bounce belongs to.
        case bounce = "b"
    }

    /// What a mark is worth.
    enum Reading: Equatable {
        case valid(OutboxItem.ID)
        case expired
        case forged
    }

    /// How long a link works.
    static let lifetime = Span.days(7)

    let key: [UInt8]

    /// A mark for a mail.
    func mark(_ purpose: Purpose, _ item: OutboxItem.ID, until expiry: Instant) -> String {
        let seconds = String(max(expiry.milliseconds / 1000, 0), radix: 36)
        let payload = "\(purpose.rawValue)-\(String(item.rawValue, radix: 36))-\(seconds)"
        return payload + "-" + signature(of: payload)
    }

    /// What a mark is worth for a purpose.
    func read(_ mark: String, for purpose: Purpose, at now: Instant) -> Reading {
        let parts = mark.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard mark.utf8.count <= 100, parts.count == 4, parts[0] == purpose.rawValue,
            ConstantTime.areEqual(parts[3], signature(of: parts.prefix(3).joined(separator: "-"))),
            let item = Int64(parts[1], radix: 36), let seconds = Int64(parts[2], radix: 36)
        else { return .forged }
        return now < Instant(seconds: seconds) ? .valid(.init(rawValue: item)) : .expired
    }

    private func signature(of payload: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Array(payload.utf8), using: SymmetricKey(data: key))
        return code.prefix(16).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

/// The links and the sender of a mail.
extension LinkSigner {
    func links(for bulletin: Bulletin, publicURL: String, server: MailServer) -> MailLinks {
        let base = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
        let expiry = bulletin.createdAt + Self.lifetime
        let acknowledge = "\(base)/ack/\(mark(.acknowledge, bulletin.item, until: expiry))"
        let end = "\(base)/unsubscribe/\(mark(.unsubscribe, bulletin.item, until: expiry))"
        return MailLinks(
            acknowledge: acknowledge,
            // Nobody may leave by a click what he is called for: only warnings end so.
            unsubscribe: bulletin.reason == .breach ? nil : end,
            envelopeSender: server.signsSender ? sender(server.from, bulletin.item, until: expiry) : server.from
        )
    }

    /// `hark+b-…@host`; the plain address where the mark has no room in the 64 bytes of a local part.
    private func sender(_ from: String, _ item: OutboxItem.ID, until expiry: Instant) -> String {
        guard let at = from.lastIndex(of: "@") else { return from }
        let local = from[..<at] + "+" + mark(.bounce, item, until: expiry)
        return local.utf8.count <= 64 ? local + from[at...] : from
    }
}
