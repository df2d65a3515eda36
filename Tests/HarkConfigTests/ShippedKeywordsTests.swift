import Foundation
import HarkConfig
import HarkCore
import Testing

@Suite("The shipped keyword tables") struct ShippedKeywordsTests {
    static let model = Result { () throws -> KeywordModel in
        try KeywordFolder.load(ShippedConfigurationTests.folder.appendingPathComponent("keywords").path)
    }

    func read(_ text: String, _ context: TriageContext = .init()) throws -> Triage {
        try Self.model.get().read(text, context: context)
    }

    @Test(arguments: [
        ("Das ist nicht gut", Sentiment.Label.negative), ("Das gefällt mir nicht.", .negative),
        ("Ich bin sehr zufrieden, vielen Dank!", .positive), ("Eine Frechheit, nie wieder!", .negative),
        ("GROSSARTIG", .positive), ("grossartig und schoen", .positive), ("Was kostet der Versand?", .neutral),
        ("Nicht schlecht, aber der Preis ist eine Unverschämtheit", .negative),
        ("not good at all", .negative), ("I am not happy with this", .negative), ("I love it", .positive),
        ("this is sooooo goooood", .positive), ("thanks for nothing", .negative), ("What time do you open?", .neutral),
        ("worst service EVER", .negative), ("😡😡😡", .negative), ("😍", .positive), (":-(", .negative),
    ])
    func theToneIsHeard(_ text: String, _ label: Sentiment.Label) throws {
        let read = try read(text)
        #expect(read.sentiment.label == label, "\(read)")
    }

    @Test(arguments: ["not bad", "gar nicht schlecht", "kein Problem", "no problem"])
    func aNegatedComplaintIsNoComplaint(_ text: String) throws {
        #expect(try read(text).sentiment.label != .negative)
    }

    @Test(arguments: [
        ("WO IST MEIN PAKET!!!", Urgency.Level.normal, Urgency.Level.critical),
        ("Mein Akku brennt, überall Rauch!", .high, .critical),
        ("My account was hacked and money is gone", .high, .critical),
        ("Seit 3 Wochen keine Antwort, mein Anwalt meldet sich", .high, .critical),
        ("still waiting for my refund, nobody answers", .high, .critical),
        ("Your whole site is down and nothing works, I need to pay today", .high, .critical),
        ("Wie lange dauert der Versand nach Wien?", .normal, .normal),
        ("How do I change my password?", .normal, .normal),
        ("Vielen Dank, super Service! 😍", .low, .low),
        ("You guys are awesome, thank you!", .low, .low),
        ("Gewinnspiel! Folgt uns und gewinnt http://example.com", .low, .low),
    ])
    func whatIsUrgentComesFirst(_ text: String, _ least: Urgency.Level, _ most: Urgency.Level) throws {
        // Written to us alone: the same in public, with nobody addressed, would be talk among others.
        let read = try read(text, TriageContext(isPrivate: true))
        #expect((least...most).contains(read.urgency.level), "\(read)")
    }

    @Test(arguments: [
        ("Wo ist meine Bestellung?", Language.german), ("Where is my order?", .english),
        ("Où est ma commande, s'il vous plaît ?", .other), ("¿Dónde está mi pedido?", .other),
        ("Где мой заказ?", .other),
        ("私の荷物はどこですか", .other), ("12345", .other), ("Größe?", .german),
    ])
    func theLanguageIsTold(_ text: String, _ language: Language) throws {
        #expect(try read(text).language == language)
    }

    @Test(arguments: [
        ("Mein Paket kommt nicht an, ich will mein Geld zurück", ["delivery", "refund"]),
        ("The app crashes after the update", ["app"]), ("Rechnung doppelt abgebucht", ["invoice"]),
        ("Ich kündige meinen Vertrag", ["contract"]), ("Hello there", []),
    ])
    func theTopicIsNamed(_ text: String, _ topics: [String]) throws {
        #expect(try read(text).topics == topics)
    }

    @Test func whatIsKnownBesideTheTextCounts() throws {
        let text = "My parcel is late"
        let plain = try read(text).urgency.score
        let known = try read(text, .init(isPrivate: true, followers: 250_000, unanswered: 9))
        #expect(known.urgency.score > plain + 20)
        #expect(
            known.evidence.filter { $0.group == "context" }.map(\.term).sorted() == [
                "META_PRIVATE", "META_REACH", "META_UNANSWERED", "META_WIDE_REACH",
            ]
        )
        #expect(known.evidence.filter { $0.group == "context" }.allSatisfy { $0.span == nil && $0.weight > 0 })
    }

    @Test func everyTableIsShipped() throws {
        #expect(try Self.model.get().fingerprint.utf8.count == 16)
    }
}
