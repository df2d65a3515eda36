import Foundation
import HarkCore
import HarkFakes

/// Says what came of the day, and fails when too little did.
struct Report {
    let stage: Stage
    let breach: BreachMail

    func show() async throws {
        let reader = InboxReader(stage: stage)
        let all = try await reader.conversations("is:open or is:pending or is:snoozed or is:closed")
        let breached = try await reader.conversations("is:open is:breached").count
        let messages = try await reader.figure("hark_messages_received_total")
        let undecoded = try await reader.figure("hark_deliveries_undecoded")
        let networks = Set(all.map(\.network)).sorted()
        guard messages >= 40 else { throw DemoFailure("only \(messages) messages have arrived; 40 were expected") }
        guard networks.count >= 4 else { throw DemoFailure("messages came only from \(networks)") }
        guard breached > 0 else { throw DemoFailure("no promise is broken, though messages are hours old") }
        Screen.say(
            """

            \(messages) messages in \(all.count) conversations from \(networks.count) networks: \
            \(networks.joined(separator: ", ")).
            \(stage.platforms.received + stage.fediverse.posted.count) answers have left.
            Deliveries that nobody can read are kept: \(undecoded), see hark deliveries --undecoded.
            \(breached) open conversations are over their promised time. The first mail about one:
                \(breach.subject)
                to \(breach.recipients.joined(separator: ", ")), in \(stage.folder.mail)/\(breach.file)

            """
        )
        Screen.say("hark inbox --limit 20\n")
        try await stage.program.show(["inbox", "--limit", "20"], environment: stage.environment(of: "ana"))
        Screen.say(
            """

            The API answers at \(stage.server.origin)/api/v1; ana's token is in \(stage.folder.token(of: "ana")).
            To work in this inbox, open another terminal and type:

                export HARK_SERVER=\(stage.server.origin) HARK_TOKEN_FILE=\(stage.folder.token(of: "ana"))
                export PATH="\(URL(filePath: stage.program.path).deletingLastPathComponent().path):$PATH"
                hark inbox
            """
        )
    }
}
