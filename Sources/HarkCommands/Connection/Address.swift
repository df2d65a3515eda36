import HarkCore

/// Where the server is and who we are there.
struct Address: Sendable {
    var server: String
    var token: Secret
}
