import HarkCore
import HarkMastodon
import Testing

@Test(arguments: [
    ("<p>One<br>two<br/>three</p><p>Four</p>", "One\ntwo\nthree\n\nFour"),
    ("<p>a &amp; b &lt;c&gt; &#8364; &#x1F600; &nope; &</p>", "a & b <c> € 😀 &nope; &"),
    ("<a href='https://x'><span class='invisible'>https://</span><span>x</span></a>", "https://x"),
    ("Caf&eacute; &frac12; &Yuml;&yuml;&nbsp;&oelig;", "Café ½ Ÿÿ\u{A0}œ"),
    ("<ul><li>one</li><li>two</li></ul>", "• one\n• two"),
    ("<script>alert(1)</script>safe", "safe"), ("<p>\u{301}end</p>", "\u{301}end"), ("1 < 2", "1 < 2"), ("", ""),
    ("Grüße 👩‍👩‍👧", "Grüße 👩‍👩‍👧"),
])
func aPostsHTMLBecomesItsText(html: String, text: String) throws {
    let body = "[\(note("12", post("102", content: html)))]"
    let page = try mastodon.page(answer(body), of: "notifications", after: "1", channel: channel())
    #expect(page.decoded.items.first?.draft?.text == text)
}

@Test func aHugePostOfOpenTagsIsReadInNoTime() throws {
    let html = String(repeating: "<script><", count: 12_000)
    let clock = ContinuousClock()
    let time = try clock.measure {
        let body = "[\(note("12", post("102", content: html)))]"
        _ = try mastodon.page(answer(body), of: "notifications", after: "1", channel: channel())
    }
    #expect(time < .seconds(5))
}
