import HarkCore
import HarkCurl

/// Sends by whatever mail server the configuration names at the moment, so that a reload takes effect.
struct ConfiguredMailer: Mailer {
    let running: Running
    let transport: CurlTransport

    func send(_ mail: OutgoingMail) async throws {
        guard let server = running.setup.configuration.mail else {
            throw MailFailure.permanent("no mail server is configured; add mail: to hark.yaml")
        }
        try await CurlMailer(server, over: transport).send(mail)
    }
}
