import Foundation

extension Row {
    static let standardWebhooks = Row(
        network: "standard-webhooks",
        folders: ["standard-webhooks": "webhook"],
        bodyKeys: ["type", "data"],
        cut: { whole in
            // A body shown with its headers.
            guard let payload = whole.object["payload"] else { return nil }
            return [whole.with(payload)]
        },
        route: Route.webhooksOnly
    )
}
