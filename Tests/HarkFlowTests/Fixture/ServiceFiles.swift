import Foundation

/// What a test's configuration folder says, and the secrets it refers to.
struct ServiceFiles {
    /// The entries of `channels.yaml`.
    var channels: [String] = []
    /// The entries of `rules.yaml`.
    var rules: [String] = []
    /// The policy's targets and ladder in `sla.yaml`.
    var policy = "targets: {first_response: 1h, next_response: 2h, resolution: 5d}"
    /// How long replies wait.
    var hold = "0s"
    /// The port of the SMTP server; nil sends no mail.
    var mailPort: Int?
    /// The whole `mail:` of `hark.yaml`, in place of the usual one.
    var mail: String?
    /// What stands in `alerts:` of `hark.yaml`.
    var alerts = "{group_wait: 0}"
    /// Where the service listens; port 0 takes a free one.
    var listen = "127.0.0.1:0"
    /// The folder of the keyword tables; the shipped ones by default.
    var keywords = "\(Program.root)/Config/keywords"
    /// Other files of the folder, such as secrets.
    var others: [String: String] = [:]
    /// The secrets, by environment variable.
    var environment = [
        "PAGE_TOKEN": "page-token", "META_SECRET": Messenger.secret, "META_VERIFY": "verify-me",
        "SHOP_KEY": StandardWebhook.secret, "SMTP_PASSWORD": "smtp-password",
    ]

    /// One page on Messenger.
    static var messenger: ServiceFiles { ServiceFiles(channels: [page(Messenger.page)]) }

    /// A page's entry.
    static func page(_ account: String, id: String = "page") -> String {
        """
        - id: \(id)
          network: messenger
          account: "\(account)"
          endpoint: meta
          secrets: {token: env:PAGE_TOKEN, app_secret: env:META_SECRET, verify_token: env:META_VERIFY}
        """
    }

    /// The generic channel's entry.
    static let shop = """
        - id: shop
          network: standard-webhooks
          account: shop
          secrets: {secret: env:SHOP_KEY}
        """

    /// A fediverse account's entry.
    static func mastodon(_ origin: String, id: String = "fedi", token: String = "env:FEDI_TOKEN") -> String {
        """
        - id: \(id)
          network: mastodon
          account: "@acme"
          server: \(origin)
          poll: 1s
          backfill: all
          settings: {page_size: "3", recheck: "0"}
          secrets: {token: \(token)}
        """
    }

    /// Writes the files.
    func write(to folder: URL) throws {
        let mail =
            mail
            ?? mailPort.map { port in
                """
                mail: {host: 127.0.0.1, port: \(port), security: none, username: hark@acme.example, \
                password: env:SMTP_PASSWORD, from: hark@acme.example}
                """
            } ?? ""
        let files = [
            "hark.yaml": """
            listen: \(listen)
            public_url: https://hark.acme.example
            hold_replies: \(hold)
            database: \(folder.appending(path: "hark.sqlite").path)
            keywords: \(keywords)
            \(mail)
            alerts: \(alerts)
            """,
            "channels.yaml": Self.list("channels", channels),
            "rules.yaml": Self.list("rules", rules),
            "sla.yaml": "policies:\n  - name: everything\n    \(policy)\n",
            "teams.yaml": """
            default_team: care
            teams:
              - name: care
                email: care@acme.example
                time_zone: Europe/Berlin
                hours: always
                members: [{name: ana, email: ana@acme.example, lead: true}]
              - name: technik
                time_zone: Europe/Berlin
                hours: always
            """,
        ]
        for (name, text) in files.merging(others, uniquingKeysWith: { $1 }) {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data((text + "\n").utf8).write(to: file, options: .atomic)
        }
    }

    private static func list(_ key: String, _ entries: [String]) -> String {
        let lines = entries.flatMap { $0.split(separator: "\n") }.map { "  " + $0 }
        return entries.isEmpty ? "\(key): []" : ([key + ":"] + lines).joined(separator: "\n")
    }
}
