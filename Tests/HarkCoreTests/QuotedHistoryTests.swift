import HarkCore
import Testing

struct QuotedHistoryTests {
    @Test(arguments: [
        ("Thanks!", "Thanks!"),
        ("Thanks!\n\nOn Friday Ana wrote:\n> old\n> older", "Thanks!"),
        ("Danke\n\nAm Fr., 20. Nov. 2026 um 10:00 Uhr schrieb Ana Lima\n<ana@far.example>:\n\n> alt\n", "Danke"),
        ("Thanks!\n\n-----Original Message-----\nFrom: Ana\n\nold", "Thanks!"),
        ("Thanks!\n\n________________________________\nVon: Ana\n\nalt", "Thanks!"),
        ("> you asked\nI answer", "> you asked\nI answer"),
        ("> only a quote", "> only a quote"),
        ("My list:\n- one\n- two", "My list:\n- one\n- two"),
        ("", ""),
    ])
    func whatAMailRepeatsIsLeftOut(_ text: String, _ new: String) {
        #expect(QuotedHistory.trimmed(text) == new)
    }
}
