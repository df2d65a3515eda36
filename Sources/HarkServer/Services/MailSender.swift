import HarkCore

/// Sends one mail about alerts and says what came of it.
struct MailSender: Sendable {
    let departures: Departures
    let running: Running
    let mailer: any Mailer
    let clock: any WallClock
    let linkKey: LinkKey

    /// Writes the mail when it leaves, so that it tells the present state.
    func send(_ item: OutboxItem, _ group: NoticeGroup) async -> Departures.Outcome {
        let configuration = running.setup.configuration
        guard let server = configuration.mail else {
            return .failed("no mail server is configured; see mail: in hark.yaml")
        }
        do {
            guard let bulletin = try await departures.bulletin(for: item, group) else { return .dropped }
            let signer = try await linkKey.signer()
            let mail = BulletinMail(
                bulletin,
                from: server.from,
                publicURL: configuration.publicURL,
                links: signer.links(for: bulletin, publicURL: configuration.publicURL, server: server),
                templates: configuration.templates,
                now: clock.now
            )
            try await mailer.send(mail.rendered())
            return .sent(nil)
        } catch MailFailure.permanent(let reason) {
            return .failed(reason)
        } catch {
            // A mail sent twice is better than one never sent.
            return .retry(notBefore: nil, reason: "\(error)")
        }
    }
}
