/// Everything a team configured, checked as a whole: what `Config/` says, as values.
public struct Configuration: Sendable, Hashable {
    /// Address the server listens on.
    public var host: String
    /// Port the server listens on; 0 picks a free one.
    public var port: Int
    /// Where people and providers reach the server: `https://hark.example`. Links in mails begin with it.
    public var publicURL: String
    /// Path of the database file.
    public var database: String
    /// Folder of the keyword tables.
    public var keywords: String
    /// The connected accounts, in the order of the file.
    public var channels: [Channel]
    /// The teams, in the order of the file.
    public var teams: [Team]
    /// The ordered rules.
    public var routing: Routing
    /// The ordered policies.
    public var policies: [ServicePolicy]
    /// Where alerts go out; nil when no mail is configured.
    public var mail: MailServer?
    /// How alerts travel.
    public var alerts: AlertSettings
    /// What alert mails say.
    public var templates: MailTemplates
    /// How long a reply waits before it leaves, so that it can be taken back.
    public var replyHold: Span
    /// Texts to answer with, by name and language.
    public var cannedTexts: [CannedText]
    /// Named deeds.
    public var macros: [Macro]
    /// The feeds that teams take their holidays from, with the age of what is known of them.
    public var calendarCopies: [CalendarCopy]
    /// Changes when any configured value does; stored with every decision.
    public var fingerprint: String

    /// Everything a team configured.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8425,
        publicURL: String,
        database: String,
        keywords: String,
        channels: [Channel],
        teams: [Team],
        routing: Routing,
        policies: [ServicePolicy],
        mail: MailServer?,
        alerts: AlertSettings = AlertSettings(),
        templates: MailTemplates = .builtIn,
        replyHold: Span = .zero,
        cannedTexts: [CannedText] = [],
        macros: [Macro] = [],
        calendarCopies: [CalendarCopy] = [],
        fingerprint: String
    ) {
        self.host = host
        self.port = port
        self.publicURL = publicURL
        self.database = database
        self.keywords = keywords
        self.channels = channels
        self.teams = teams
        self.routing = routing
        self.policies = policies
        self.mail = mail
        self.alerts = alerts
        self.templates = templates
        self.replyHold = replyHold
        self.cannedTexts = cannedTexts
        self.macros = macros
        self.calendarCopies = calendarCopies
        self.fingerprint = fingerprint
    }

    /// The team with a name.
    public func team(_ name: String) -> Team? { teams.first { $0.name == name } }

    /// The policy with a name.
    public func policy(_ name: String) -> ServicePolicy? { policies.first { $0.name == name } }

    /// The channel with a name.
    public func channel(_ id: Channel.ID) -> Channel? { channels.first { $0.id == id } }
}
