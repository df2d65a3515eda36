/// Every use case of the inbox, for agents, scripts and other systems alike.
///
/// `LocalDesk` is the core with a store; `RemoteDesk` is the same over REST. One contract suite holds them equal. Every
/// method throws ``Failure``: `notFound` for an unknown id, `unprocessable` for a command that makes no sense in the
/// conversation's state, `badQuery` with a pointer for a query that does not parse.
public protocol Desk:
    ActsDesk, AlertsDesk, AssignmentDesk, AttachmentsDesk, CannedDesk, ContactsDesk, DirectoryDesk, PresenceDesk,
    ReportDesk, ServiceLevelDesk, ViewsDesk
{
    /// A page of conversations, worst first: breached, due soonest, urgency, age.
    func inbox(_ request: InboxRequest) async throws -> InboxPage

    /// One conversation whole: messages, contact, clocks, history.
    func conversation(_ id: Conversation.ID) async throws -> ConversationDetail

    /// Why the conversation is judged, routed and timed as it is.
    func explain(_ id: Conversation.ID) async throws -> Explanation

    /// Queues a public reply and sets the state that follows from it. Refuses what the network would refuse.
    func reply(_ id: Conversation.ID, _ reply: ReplyCommand) async throws -> ConversationSummary

    /// Gives a reply that has left another text, where the network can; no clock minds it.
    func edit(_ id: Conversation.ID, _ edit: EditCommand) async throws -> ConversationSummary

    /// Adds a note among us; no clock and no customer sees it.
    func note(_ id: Conversation.ID, text: String) async throws -> ConversationSummary

    /// Changes owner, team, tags or state; the fields that are nil stay.
    func change(_ id: Conversation.ID, _ change: ConversationChange) async throws -> ConversationSummary

    /// The connections and how they fare.
    func channels() async throws -> [ChannelHealth]

    /// Makes one real call per channel and says what is wrong.
    func checkChannels(_ ids: [Channel.ID]) async throws -> [ChannelCheck]

    /// Raw deliveries, newest first.
    func deliveries(_ request: DeliveriesRequest) async throws -> DeliveriesPage

    /// Takes undecoded deliveries in again; all of them when no id is given.
    func retryDeliveries(_ ids: [Int64]) async throws -> [DeliveryRetry]

    /// The agents' and programs' keys.
    func tokens() async throws -> [TokenSummary]

    /// Makes a key; its text is in the answer and nowhere else.
    func createToken(_ command: TokenCommand) async throws -> CreatedToken

    /// Ends a key.
    func revokeToken(_ id: Int64) async throws -> TokenSummary

    /// Events after a position, oldest first.
    func events(after: Int64, limit: Int) async throws -> [EventView]
}
