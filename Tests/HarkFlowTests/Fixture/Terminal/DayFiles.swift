/// The house of the scripted day: a shop whose answers come back to it, canned texts in two languages, and keyword tables
/// of its own, so that what the shipped tables learn does not change the recorded screens.
enum DayFiles {
    /// The configuration; answers leave for `origin`.
    static func files(answersTo origin: String, listen: String = "127.0.0.1:0") -> ServiceFiles {
        var files = ServiceFiles(channels: [shop(origin)])
        files.listen = listen
        files.policy = "targets: {first_response: 4h}"
        files.keywords = "keywords"
        files.others = canned.merging(tables) { $1 }
        return files
    }

    private static func shop(_ origin: String) -> String {
        """
        - id: shop
          network: standard-webhooks
          account: shop
          settings: {reply_url: "\(origin)/replies"}
          secrets: {secret: env:SHOP_KEY, reply_key: env:SHOP_KEY}
        """
    }

    private static let canned = [
        "canned/received.de.txt": "Hallo {name}, danke für die Nachricht. Wir kümmern uns darum. {agent}",
        "canned/received.txt": "Hello {name}, thank you for your message. We are looking into it. {agent}",
        "canned/sorry.de.txt": "Hallo {name}, das tut uns leid. {agent}",
        "canned/sorry.txt": "Hello {name}, we are sorry. {agent}",
    ]

    private static let tables = [
        "keywords/base_any.tsv": "term\tneg\tneu\tpos\nMETA_BASE\t0\t900\t0",
        "keywords/base_de.tsv": "term\tneg\tneu\tpos\nMETA_BASE\t0\t900\t0\ndanke\t-2000\t0\t2000",
        "keywords/base_en.tsv": "term\tneg\tneu\tpos\nMETA_BASE\t0\t900\t0\nthank\t-2000\t0\t2000",
        "keywords/grammar.tsv": "term\trole\tweight\tlang\nnicht\tnegator\t\tde\nnot\tnegator\t\ten",
        "keywords/language.tsv": "term\tde\ten\tother\nMETA_BASE\t0\t0\t0"
            + ["ich", "ist", "und", "der", "die", "das", "mein", "für", "den", "war", "kann", "heute"]
            .map { "\n\($0)\t3000\t-3000\t0" }.joined()
            + ["i", "is", "and", "the", "my", "you", "on", "for", "have", "no", "very", "to"]
            .map { "\n\($0)\t-3000\t3000\t0" }.joined(),
        "keywords/overrides.tsv": "term\taspect\tgroup\tweight\tlang",
        "keywords/spam.tsv": "term\tweight\nMETA_BASE\t-5000",
        "keywords/topics.tsv": "term\ttopic\npaket\tdelivery\nparcel\tdelivery\ncourier\tdelivery\nkurier\tdelivery",
        "keywords/urgency.tsv": """
        term\tgroup\tweight\tlang
        *\tdanger\t120
        *\tworry\t60
        *\tquestion\t30
        META_CUT_NORMAL\tcut\t27
        META_CUT_HIGH\tcut\t58
        META_CUT_CRITICAL\tcut\t115
        gehackt\tdanger
        hacked\tdanger
        totalausfall\tdanger
        rauch\tdanger
        smoke\tdanger
        anwalt\tworry
        lawyer\tworry
        outrageous\tworry
        sofort\tworry
        urgent\tworry
        ist\tquestion
        is\tquestion
        """,
    ]
}
