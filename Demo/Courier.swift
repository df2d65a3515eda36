import Foundation
import HarkCore
import HarkCurl

/// Posts signed deliveries to the webhook receivers, as networks do.
struct Courier {
    let stage: Stage

    /// One delivery: where it goes, its bytes, and the id its network gives it.
    struct Parcel {
        var endpoint: String
        var id: String
        var body: [UInt8]

        init(_ line: Day.Line, at position: Int, time: Instant) throws {
            let json: JSON
            switch line.channel {
            case "telegram":
                endpoint = "telegram"
                json = TelegramDelivery(line: line, time: time, position: position).body
            case "shop":
                endpoint = "shop"
                json = ShopDelivery(line: line, time: time).body
            default:
                endpoint = "meta"
                json = MetaDelivery(line: line, time: time).body
            }
            id = "msg_\(line.name)_\(position)"
            body = line.event == .garbles ? Array(line.text.utf8) : try json.bytes()
        }
    }

    /// Posts a delivery; the server has committed it when this returns.
    func post(_ parcel: Parcel) async throws {
        let now = Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        let signature = signature(at: parcel.endpoint).headers(for: parcel.body, id: parcel.id, at: now)
        let answer = try await stage.transport.send(
            HTTPRequest(
                method: "POST",
                url: "\(stage.server.origin)/webhooks/\(parcel.endpoint)",
                headers: [HTTPField("Content-Type", "application/json")] + signature,
                body: parcel.body
            )
        )
        guard answer.status == 200 else {
            let said = String(decoding: answer.body, as: UTF8.self)
            throw DemoFailure("the receiver \(parcel.endpoint) answered \(answer.status) to \(parcel.id): \(said)")
        }
    }

    private func signature(at endpoint: String) -> Signature {
        let secrets = stage.folder.secrets
        return switch endpoint {
        case "telegram": .telegram(secret: secrets["telegram-webhook"] ?? "")
        case "shop": .standard(secret: secrets["shop-signing"] ?? "")
        default: .meta(appSecret: secrets["meta-app"] ?? "")
        }
    }
}
