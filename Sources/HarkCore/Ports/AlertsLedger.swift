/// Alerts, their mails and their silences inside a transaction.
///
/// The alerts of a clock that ends are resolved with it by ``Ledger/apply(_:)``.
public protocol AlertsLedger {
    /// A number for a new alert, never given before.
    func reserveAlert() throws -> Alert.ID
    /// An alert by its number.
    func alert(_ id: Alert.ID) throws -> Alert?
    /// The alert of a key that is not over.
    func openAlert(key: String) throws -> Alert?
    /// Alerts that must be looked at by an instant, earliest first.
    func alerts(wakingBy now: Instant, limit: Int) throws -> [Alert]
    /// Keeps an alert as it is now.
    func save(_ alert: Alert) throws

    /// The last mail of a group.
    func departure(of group: NoticeGroup) throws -> GroupDeparture?
    /// Notes the last mail of a group.
    func setDeparture(of group: NoticeGroup, item: OutboxItem.ID, at: Instant) throws
    /// Lets a mail that nobody has begun to send leave at an instant.
    func reschedule(_ item: OutboxItem.ID, at: Instant) throws
    /// Gives an alert a place in a mail; a second place in the same mail replaces the first.
    func insert(_ notice: Notice, in item: OutboxItem.ID) throws
    /// What a mail is about, oldest first.
    func notices(of item: OutboxItem.ID) throws -> [Notice]

    /// An item of the outbox by its number.
    func outboxItem(_ id: OutboxItem.ID) throws -> OutboxItem?
    /// Lets a mail that was given up be tried again.
    func requeue(_ item: OutboxItem.ID, at: Instant) throws

    /// The silences in force at an instant.
    func silences(at now: Instant) throws -> [Silence]
    /// Keeps a silence under a number of its own.
    func insert(_ silence: Silence) throws -> Silence
    /// Ends a silence; nil when there is none.
    func endSilence(_ id: Int64, at: Instant) throws -> Silence?

    /// What was judged of a message, and what the rules made of it; nil where it was not judged.
    func judgement(of message: Message.ID) throws -> Filing.TriageRecord?

    /// The terms that made a message urgent, weightiest first.
    func urgentTerms(of message: Message.ID) throws -> [String]

    /// The key that signs links and envelope senders; made from the given bytes the first time.
    func linkKey(orKeep fresh: [UInt8]) throws -> [UInt8]
    /// Uses up a link; false when it was used before.
    func useLink(_ mark: String, at: Instant) throws -> Bool

    /// The longest waiting conversation of a team that is open and has no owner.
    func oldestUnowned(team: String) throws -> Conversation?
    /// How many messages came in on channels in an hour, counted in hours since 1970.
    func mentions(inHour hour: Int64) throws -> [Channel.ID: Int]
    /// The first hour in which anything came in.
    func firstHour() throws -> Int64?
}
