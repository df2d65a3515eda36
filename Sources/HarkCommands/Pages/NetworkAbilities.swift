import HarkCore

/// What a network allows, in the words of its connector.
struct NetworkAbilities: Encodable {
    var network: String
    var gathers: [String]
    var kinds: [String]
    var textLimit: String?
    var replyWindow: String?
    var canReply: Bool
    var edits: Bool
    var deletes: Bool
    var delivery: Bool
    var attachments: Bool
    var quickReplies: Int
    var typing: Bool
    var editsReplies: Bool

    private enum CodingKeys: String, CodingKey {
        case network, gathers, kinds
        case textLimit = "text_limit"
        case replyWindow = "reply_window"
        case canReply = "can_reply"
        case edits, deletes, delivery, attachments
        case quickReplies = "quick_replies"
        case typing
        case editsReplies = "edits_replies"
    }

    init(_ network: Network, of connector: any Connector) {
        let capabilities = connector.capabilities(of: network)
        self.network = network.rawValue
        gathers = [
            connector is any PollingConnector ? "polling" : nil, connector is any WebhookConnector ? "webhooks" : nil,
        ].compactMap(\.self)
        kinds = capabilities.kinds.map(\.rawValue).sorted()
        textLimit = capabilities.textLimit.map { "\($0.count) \($0.unit.rawValue)" }
        replyWindow = capabilities.replyWindow.map { "\($0.milliseconds / 3_600_000)h" }
        canReply = capabilities.canReply && connector is any ReplyingConnector
        edits = capabilities.reportsEdits
        deletes = capabilities.reportsDeletes
        delivery = capabilities.reportsDelivery
        attachments = capabilities.bringsAttachments
        quickReplies = capabilities.quickReplies
        editsReplies = capabilities.editsReplies && connector is any EditingConnector
        typing = capabilities.showsTyping
    }

    /// One line a network.
    static func table(_ networks: [NetworkAbilities], style: Style) -> String {
        let columns = [
            Table.Column(title: "NETWORK"), Table.Column(title: "BY", least: 8),
            Table.Column(title: "KINDS", least: 12),
            Table.Column(title: "ANSWERS", least: 10), Table.Column(title: "WINDOW", alignment: .right),
            Table.Column(title: "KNOWS", least: 10),
        ]
        let rows = networks.map { network in
            let tells = [
                network.edits ? "edits" : nil, network.deletes ? "deletes" : nil, network.delivery ? "delivery" : nil,
                network.attachments ? "attachments" : nil, network.typing ? "typing" : nil,
                network.quickReplies > 0 ? "\(network.quickReplies) quick replies" : nil,
                network.editsReplies ? "own edits" : nil,
            ].compactMap(\.self)
            let answers = network.canReply ? network.textLimit ?? "answers" : "no answers"
            let gap = style.isTerminal ? ", " : ","
            return [
                Table.Cell(network.network, .strong), .init(network.gathers.joined(separator: gap)),
                .init(network.kinds.joined(separator: gap)), .init(answers, network.canReply ? .plain : .faint),
                .init(network.replyWindow ?? "-"), .init(tells.isEmpty ? "-" : tells.joined(separator: gap), .faint),
            ]
        }
        return Table(columns: columns, rows: rows).render(style)
    }
}
