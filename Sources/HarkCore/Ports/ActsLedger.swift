/// What the store remembers of acts, inside a transaction.
public protocol ActsLedger {
    /// Begins an act and returns its number.
    func beginAct(at: Instant, actor: Event.Actor, what: String, undoes: Int64?) throws -> Int64
    /// Adds what an act changed in one conversation; a second step of the same act on it is refused.
    func add(_ step: ActStep, to act: Int64) throws
    /// An act by its number.
    func act(_ id: Int64) throws -> Act?
    /// Somebody's newest act that neither takes back nor was taken back.
    func lastAct(of actor: Event.Actor) throws -> Act?
    /// What an act changed and was not taken back yet, newest conversation first.
    func steps(of act: Int64, limit: Int) throws -> [ActStep]
    /// Marks an act's change of one conversation as taken back.
    func markUndone(_ act: Int64, conversation: Conversation.ID) throws
    /// Marks a whole act as taken back, or as nothing worth remembering.
    func closeAct(_ act: Int64, undoneBy: Int64) throws
    /// Forgets an act that changed nothing.
    func dropAct(_ act: Int64) throws

    /// Takes an item out of the outbox; false when it has left, or may have.
    func withdraw(_ item: OutboxItem.ID) throws -> Bool
    /// Gives a conversation's messages to another and returns them.
    func moveMessages(from: Conversation.ID, to: Conversation.ID) throws -> [Message.ID]
    /// Gives messages to a conversation.
    func moveMessages(_ ids: [Message.ID], to: Conversation.ID) throws
    /// Stores since when we hear no more of a person.
    func setBlocked(_ contact: Contact.ID, at: Instant?) throws
    /// Stores that somebody of us looked. No fact for the log, and no new version.
    func markRead(_ conversation: Conversation.ID, at: Instant) throws
    /// What the team says of a message; nil when it has said nothing.
    func correction(of message: Message.ID) throws -> Correction?
    /// Stores what the team says of a message, in place of what it said before.
    func save(_ correction: Correction) throws
    /// Forgets what the team said of a message.
    func removeCorrection(of message: Message.ID) throws
    /// What happened in a conversation after an event.
    func events(of conversation: Conversation.ID, after: Int64) throws -> [Event]
}
