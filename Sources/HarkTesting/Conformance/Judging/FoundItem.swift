import HarkCore

/// What a connector made of a payload, flattened to the oracle's words.
struct FoundItem {
    /// The readings this item is an instance of; a pressed button is a message and a postback.
    var readings: Set<String>
    var id: String?
    /// The whole message, where the change carries one.
    var draft: Draft?
    var report: DeliveryReport?
    var reaction: Reaction?

    init(_ inbound: Inbound) {
        switch inbound.change {
        case .message(let message):
            readings = message.postback == nil ? ["message"] : ["message", "postback"]
            draft = message
        case .echo(let message):
            readings = ["echo"]
            draft = message
        case .edit(let message):
            readings = ["edit"]
            draft = message
        case .delete(let deleted, _):
            readings = ["delete"]
            id = deleted
        case .status(let status):
            readings = ["status"]
            id = status.id
            report = status
        case .reaction(let given):
            readings = ["reaction"]
            id = given.id
            reaction = given
        }
        id = id ?? draft?.id
    }
}
