import HarkCore
import HarkCurl

/// Sends by whatever mail server the configuration names at the moment, so that a reload takes effect.
struct ConfiguredMailer: Mailer {
    let running: Running
    let transport: CurlTransport

    func send(_ mail: OutgoingMail) async throws { try await mailer().send(mail) }

    func check() async throws { try await mailer().check() }

    private func mailer() throws -> CurlMailer {
        guard let server = running.setup.configuration.mail else {
            throw MailFailure.permanent("no mail server is configured; add mail: to hark.yaml")
        }
        return CurlMailer(server, over: transport)
    }
}
