import HarkCore
import Testing

struct QueryMatchingTests {
    @Test(arguments: [
        "", "channel:acme", "network:FEDIVERSE", "team:@Support", "tag:vip", "tag:none,outage", "topic:delivery",
        "kind:mention", "language:de", "sentiment:negative", "id:42", "is:open", "is:public", "is:waiting",
        "assignee:none", "urgency:high", "urgency>normal", "urgency>=60", "urgency<critical", "urgency:60",
        "waiting>2h", "waiting<4h", "created>4h", "created<6h", "updated<2h", "due<30m", "due>10m",
        "created>2026-11-22", "created:2026-11-22", "due<2026-11-23", "-is:breached", "from:*", "-assignee:*",
        "from:@ana@social.example", "from:ANA@social.example", "from:109", "from:+4930123", "from:ana",
        "from:\"maria silva\"", "paket", "PAKET", "pak*", "\"paket ist weg\"", "\"bitte hel\"*", "paket bitte",
        "sentiment<0", "sentiment<=0", "-sentiment>=0", "followers>1000", "to:acme", "is:unread", "-is:answered",
        "date:today",
        "created:heute", "created:2026-11-22..", "created:sunday", "sla<30m", "age>4h", "has:attachment",
        "tag:vip tag:none",
        "nothing or paket", "-nothing", "(tag:none or paket) -is:closed",
    ])
    func theConversationMatches(query: String) throws {
        #expect(try Query(query).matches(subject(), at: noon))
    }

    @Test(arguments: [
        "sentiment>0", "followers>1204", "to:other", "is:answered", "is:muted", "date:yesterday", "created:..yesterday",
        "created<this-week", "channel:acm", "tag:vi", "is:private", "is:assigned", "is:breached", "is:closed",
        "assignee:kim", "id:4",
        "urgency>high", "urgency:61", "waiting>3h", "due>20m", "created:2026-11-21", "from:social", "from:an",
        "from:\"ana silva\"", "pak", "\"paket weg\"", "\"weg bitte hel\"", "aket", "-paket", "paket nothing",
        "not (paket or nothing)",
    ])
    func theConversationDoesNotMatch(query: String) throws {
        #expect(try !Query(query).matches(subject(), at: noon))
    }

    @Test func whatIsNotThereMatchesNoComparisonEitherWay() throws {
        let calm = subject(author: nil) {
            $0.waitingSince = nil
            $0.dueAt = nil
            $0.author = ""
            $0.tags = []
        }
        for text in ["waiting>0s", "waiting<9h", "due<9w", "due>0s", "is:breached", "from:*", "from:ana", "tag:*"] {
            #expect(try !Query(text).matches(calm, at: noon), "\(text)")
            #expect(try Query("-" + text).matches(calm, at: noon), "-\(text)")
        }
    }

    @Test func theDeadlineItselfIsAlreadyBreached() throws {
        let query = try Query("is:breached")
        #expect(!query.matches(subject { $0.dueAt = noon + Span(milliseconds: 1) }, at: noon))
        #expect(query.matches(subject { $0.dueAt = noon }, at: noon))
    }

    @Test func aPhraseStandsInOneMessage() throws {
        let two = subject(texts: ["mein Paket", "ist weg"])
        #expect(try !Query("\"paket ist\"").matches(two, at: noon))
        #expect(try Query("paket ist").matches(two, at: noon))
    }
}
