/// The core of Hark: values and decisions, no I/O, no package.
///
/// Data flows one way: delivery → message → triage → route → conversation with timers → store → inbox, alerts, API.
/// A connector (``Connector``) turns a provider's bytes into ``Inbound`` values. ``Intake`` and ``LocalDesk`` decide
/// what they change and return a ``Filing``; a ``Ledger`` applies it inside the store's transaction. Time is an
/// argument (``Instant``), never read here. What the core asks of the world stands in `Ports/`.
public enum HarkCore {
    /// The version of Hark, as `hark --version`, `/livez` and the User-Agent say it.
    public static let version = "0.1.0"
}
