/// What customers write, made up from a seed.
enum Chatter {
    private static let english = """
        the order arrived late again and nobody answers my mails since monday please refund the amount or send the right \
        size thanks for quick help app crashes at login with an error after the update card was charged twice invoice is \
        wrong delivery address changed parcel lost courier left no note great service love it terrible never again today
        """.split(separator: " ").map(String.init)
    private static let german = """
        meine bestellung kam zu spät und niemand antwortet seit montag bitte erstatten sie den betrag oder schicken sie \
        die richtige größe danke für schnelle hilfe die app stürzt beim anmelden ab seit dem update wurde doppelt \
        abgebucht rechnung stimmt nicht lieferadresse geändert paket verloren kündigung heute sehr zufrieden ärgerlich
        """.split(separator: " ").map(String.init)

    /// A text of 20 to 60 words, two of three in English.
    static func text(_ dice: inout Dice) -> String {
        let words = Int.random(in: 0..<3, using: &dice) == 0 ? german : english
        let count = Int.random(in: 20...60, using: &dice)
        return (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &dice)] }.joined(separator: " ")
            + "."
    }
}
