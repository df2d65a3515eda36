/// What sixty customers of a shop write in one night, worst last: German and English, with the names they go by.
enum DayTexts {
    /// One customer's message.
    struct Message: Sendable {
        var name: String
        var text: String
        /// Whether it is German; else it is English.
        var isGerman: Bool
    }

    static let all = german.enumerated().flatMap { index, line in [line, english[index]] }

    private static let german = read(
        """
        Petra Ohm|Ich warte seit Montag auf mein Paket, und die Sendung bewegt sich nicht.
        Jörg Äpfel|Wann öffnet der Laden am Samstag?
        Sabine Torf|Das ist die dritte Mahnung für eine Rechnung, die ich bezahlt habe.
        Karl Wendt|Mein Router blinkt nur noch rot. Totalausfall, bitte sofort!
        Gerda Ohlsen|Die Kundennummer ist falsch, bitte ändern Sie das.
        Uwe Brink|Ist die Farbe in echt so wie auf dem Bild?
        Rosa Lind|Das Display war beim Auspacken gesprungen. 😞 Ist ein Umtausch möglich?
        Henning Voss|Ich möchte meinen Vertrag zum Monatsende kündigen.
        Aylin Demir|Der Kurier hat geklingelt und war nach zwei Sekunden wieder weg.
        Tobias Renk|War heute da, das ist ein toller Laden mit netten Leuten.
        Martin Keil|Sie haben trotz Widerruf erneut 79 Euro abgebucht. Das geht an meinen Anwalt.
        Ines Falk|Wohin schicke ich die Retoure, und was kostet das?
        Lotte Kiel|Ich finde die Adresse für Österreich nicht.
        Dieter Maas|Die Sendung wurde beim Nachbarn abgegeben, den es gar nicht gibt.
        Fatima Aziz|Mein Konto ist gehackt! Jemand hat zwei Telefone bestellt. Bitte sofort sperren!
        Claudia Petry|Warum ist der Tarif für Neukunden billiger als für mich?
        Sven Holt|Das Netz geht wieder, danke für die schnelle Hilfe.
        Greta Holm|Der Akku wird so heiß, dass es nach Rauch riecht. Ist das gefährlich?
        Heike Braun|Erst die falsche Farbe, dann die falsche Größe, dann nichts.
        Bjarne Lund|Wie lange dauert die Portierung? Heute ist der zehnte Tag.
        Nora Stein|Ist die eSIM sofort aktiv oder erst am nächsten Tag?
        Marek Nowak|Ich habe den falschen Artikel bekommen: ein Kabel statt der Hülle.
        Jule Back|Gibt es die Hülle auch für das kleine Modell?
        Frank Oltmanns|Seit heute Nacht ist das Netz weg. Totalausfall in der ganzen Straße!
        Zoe Lang|Kann ich bei euch auch ohne Vertrag ein Handy kaufen?
        Walter Prinz|Ich bin mit der Beratung sehr zufrieden, danke.
        Hanna Weiß|Die Gutschrift ist nicht auf meinem Konto. Ist das normal?
        Lukas Ernst|Ich komme nicht in mein Konto, das Passwort ist richtig.
        Mia Renner|Die Lieferung ist nass und der Karton offen. Bitte sofort Ersatz!
        Yusuf Kaya|Kann ich meine Rufnummer mitnehmen? Was brauche ich dafür?
        """,
        isGerman: true
    )

    private static let english = read(
        """
        Ann Archer|I have been waiting for my parcel since Monday.
        Bob Byrne|Do you ship to Norway, and what is the price?
        Cara Cole|The app is down again and I cannot pay the invoice.
        Dan Drew|My new card says "no service". Please help.
        Eve Ellis|Can you send the parcel to the new address?
        Finn Frost|The shop on the corner is lovely, thank you.
        Gus Green|I was charged 212 euros for roaming. This is outrageous!
        Hope Hill|Your checkout shows a white page after the payment.
        Ian Irons|Where is the return address for the blue case?
        Jane Joyce|My account is hacked! Please block everything now!
        Kim Kerr|Is there a student discount on the plan?
        Leo Lane|The screen was broken when I opened the box.
        May Moss|Please send me a copy of all the data you hold about me.
        Ned North|The courier left the parcel in the rain.
        Olive Oak|Very friendly support, thank you and well done.
        Paul Pike|I moved, and the contract has the old address.
        Quinn Quay|No signal in the whole street. Is the network down?
        Ruth Reed|The battery is so hot that it smells of smoke!
        Sam Stone|How do I set up the router with my own password?
        Tess Thorn|I want to cancel the contract at the end of the month.
        Una Usher|The invoice is wrong: two times 39.90 for the same thing.
        Vic Vale|When is the store in the harbour open on Sunday?
        Wes Wood|Any news? I have no phone for two days now.
        Xena Xu|注文 4711: the case is blue, not green. How do I return it?
        Yan Yates|The replacement is here and works, thank you.
        Zed Zane|Why is my plan more than the one for new customers?
        Ada Abel|My lawyer will write to you if the money is not back.
        Ben Bright|The tracking number is not known to the courier.
        Cleo Crane|I am at the airport and the phone does not work. Urgent!
        Dot Dale|Can I keep my number when I move to you?
        """,
        isGerman: false
    )

    private static func read(_ lines: String, isGerman: Bool) -> [Message] {
        lines.split(separator: "\n").map { line in
            let parts = line.split(separator: "|").map(String.init)
            return Message(name: parts[0], text: parts[1], isGerman: isGerman)
        }
    }
}
