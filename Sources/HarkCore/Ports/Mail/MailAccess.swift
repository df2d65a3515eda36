/// Where a mailbox is read or a letter handed in, and as whom.
public struct MailAccess: Sendable, Hashable {
    /// What proves who we are.
    public enum Proof: Sendable, Hashable {
        /// A password, by whatever mechanism the server offers.
        case password(Secret)
        /// An OAuth access token: XOAUTH2 or OAUTHBEARER.
        case token(Secret)
    }

    /// Host name or address.
    public var host: String
    /// TCP port.
    public var port: Int
    /// How the connection is protected.
    public var security: MailServer.Security
    /// The account; nil where the server asks for none.
    public var username: String?
    /// What proves who we are.
    public var proof: Proof?

    /// Where mail is read or handed in.
    public init(
        host: String,
        port: Int,
        security: MailServer.Security,
        username: String? = nil,
        proof: Proof? = nil
    ) {
        self.host = host
        self.port = port
        self.security = security
        self.username = username
        self.proof = proof
    }
}
