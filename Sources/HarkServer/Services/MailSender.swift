import HarkCore

/// Sends one alert by mail and says what came of it.
struct MailSender: Sendable {
    let running: Running
    let mailer: any Mailer
    /// Writes the mail when it leaves, so that it tells the present state.
    let render: @Sendable (AlertMail, MailServer) -> OutgoingMail

    func send(_ alert: AlertMail) async -> Departures.Outcome {
        guard let server = running.setup.configuration.mail else {
            return .failed("no mail server is configured; see mail: in hark.yaml")
        }
        do {
            try await mailer.send(render(alert, server))
            return .sent(nil)
        } catch MailFailure.permanent(let reason) {
            return .failed(reason)
        } catch {
            // A mail sent twice is better than one never sent.
            return .retry(notBefore: nil, reason: "\(error)")
        }
    }
}
