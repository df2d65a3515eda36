import HarkCore
import Testing

struct QueryParserTests {
    @Test(arguments: [
        ("", Query.all),
        ("  \t\n", .all),
        ("paket", .term(.text(words: ["paket"], prefix: false))),
        ("Päkete*", .term(.text(words: ["pakete"], prefix: true))),
        ("\"exact phrase\"", .term(.text(words: ["exact", "phrase"], prefix: false))),
        ("\"exact phra\"*", .term(.text(words: ["exact", "phra"], prefix: true))),
        ("e-mail", .term(.text(words: ["e", "mail"], prefix: false))),
        ("channel:Acme", .term(.equals(.channel, "acme"))),
        ("channel:a,b", .or([.term(.equals(.channel, "a")), .term(.equals(.channel, "b"))])),
        ("team:\"two words\"", .term(.equals(.team, "two words"))),
        ("tag:\"a,\\\"b\"", .term(.equals(.tag, "a,\"b"))),
        ("label:vip", .term(.equals(.tag, "vip"))),
        ("lang:de", .term(.equals(.language, "de"))),
        ("from:@us", .term(.equals(.from, "us"))),
        ("from:*", .term(.present(.from))),
        ("from:\"*\"", .term(.equals(.from, "*"))),
        ("is:open", .term(.flag(.open))),
        ("state:open", .term(.flag(.open))),
        ("status:CLOSED", .term(.flag(.closed))),
        ("is:open,pending", .or([.term(.flag(.open)), .term(.flag(.pending))])),
        ("assignee:none", .term(.flag(.unassigned))),
        ("assignee:\"none\"", .term(.equals(.assignee, "none"))),
        ("id:42", .term(.id(42))),
        ("urgency>=high", .term(.urgency(.atLeast, .high))),
        ("urgency:high", .term(.urgency(.equal, .high))),
        ("urgency=high", .term(.urgency(.equal, .high))),
        ("urgency:>=60", .term(.urgencyScore(.atLeast, 60))),
        ("waiting>2h", .term(.time(.waiting, .greater, .span(.hours(2))))),
        ("due<1h30m", .term(.time(.due, .less, .span(.minutes(90))))),
        ("created>2026-01-01", .term(.time(.created, .greater, .instant(at("2026-01-01T00:00:00Z"))))),
        ("updated<2026-11-22T10:00Z", .term(.time(.updated, .less, .instant(at("2026-11-22T10:00:00Z"))))),
        ("updated<2026-11-22T10:00+01:00", .term(.time(.updated, .less, .instant(at("2026-11-22T09:00:00Z"))))),
        (
            "created:2026-01-01",
            .and([
                .term(.time(.created, .atLeast, .instant(at("2026-01-01T00:00:00Z")))),
                .term(.time(.created, .less, .instant(at("2026-01-02T00:00:00Z")))),
            ])
        ),
        ("is:mine", .term(.equals(.assignee, "me"))),
        ("has:attachment", .term(.flag(.attachment))),
        ("kind:dm", .term(.equals(.kind, "direct"))),
        ("sentiment<0", .term(.sentiment(.less, 0))),
        ("sentiment>=neutral", .term(.sentiment(.atLeast, 0))),
        ("sentiment:negative", .term(.equals(.sentiment, "negative"))),
        ("followers>10000", .term(.followers(.greater, 10_000))),
        ("sla<30m", .term(.time(.due, .less, .span(.minutes(30))))),
        ("age>2h", .term(.time(.created, .greater, .span(.hours(2))))),
        ("created:2026-11-01..", .term(.time(.created, .atLeast, .instant(at("2026-11-01T00:00:00Z"))))),
        ("created:..2026-11-01", .term(.time(.created, .less, .instant(at("2026-11-02T00:00:00Z"))))),
        ("created<gestern", .term(.time(.created, .less, .relative(RelativeDate(.day, offset: -1))))),
        (
            "date:Yesterday",
            .and([
                .term(.time(.updated, .atLeast, .relative(RelativeDate(.day, offset: -1)))),
                .term(.time(.updated, .less, .relative(RelativeDate(.day)))),
            ])
        ),
        (
            "date:letzte-woche..heute",
            .and([
                .term(.time(.updated, .atLeast, .relative(RelativeDate(.week, offset: -1)))),
                .term(.time(.updated, .less, .relative(RelativeDate(.day, offset: 1)))),
            ])
        ),
        ("tag:a x tag:b", .and([.or([.term(.equals(.tag, "a")), .term(.equals(.tag, "b"))]), word("x")])),
        ("tag:a and tag:b", .and([.term(.equals(.tag, "a")), .term(.equals(.tag, "b"))])),
        ("is:open is:pending", .or([.term(.flag(.open)), .term(.flag(.pending))])),
        ("is:open is:breached", .and([.term(.flag(.open)), .term(.flag(.breached))])),
        ("-tag:a -tag:b", .and([.not(.term(.equals(.tag, "a"))), .not(.term(.equals(.tag, "b")))])),
        ("a b", .and([word("a"), word("b")])),
        ("a and b", .and([word("a"), word("b")])),
        ("a or b c", .or([word("a"), .and([word("b"), word("c")])])),
        ("(a OR b) c", .and([.or([word("a"), word("b")]), word("c")])),
        ("a (b (c d))", .and([word("a"), word("b"), word("c"), word("d")])),
        ("-a", .not(word("a"))),
        ("not a", .not(word("a"))),
        ("NOT (a b)", .not(.and([word("a"), word("b")]))),
        ("--a", word("a")),
        ("\"or\"", word("or")),
        ("oracle", word("oracle")),
    ])
    func aQueryReadsAs(text: String, query: Query) throws {
        #expect(try Query(text) == query)
    }

    @Test(arguments: [
        ("chanel:x", 0, "unknown field “chanel”; did you mean channel?"),
        ("a chanel:x", 2, "unknown field “chanel”"),
        ("😀é https://acme.example", 3, "goes in quotes"),
        ("10:30", 0, "unknown field “10”"),
        (":x", 0, "name is missing"),
        ("channel:", 8, "needs a value"),
        ("channel:a,", 10, "needs a value"),
        ("channel:@", 8, "needs a value"),
        ("channel>a", 0, "channel:value"),
        ("is:opne", 3, "did you mean open?"),
        ("is:nice", 3, "there are answered, assigned, breached"),
        ("is:attachment", 3, "there are answered"),
        ("has:money", 4, "has:attachment"),
        ("sentiment<2", 10, "-1 (negative)"),
        ("followers>many", 10, "followers>10000"),
        ("age>2026-01-01", 4, "compared with a span"),
        ("created:..", 8, "before or after its dots"),
        ("created:2026-01-01..nonsense", 20, "is no time"),
        ("sort:due", 5, "belongs once into a search"),
        ("state:breached", 6, "there are closed"),
        ("kind:tweet", 5, "there are chat, comment"),
        ("language:germ", 9, "there are de, en, other"),
        ("urgency>=higher", 9, "low, normal, high, critical"),
        ("urgency>101", 8, "0 to 100"),
        ("urgency><5", 7, "“><” compares nothing"),
        ("urgency>low,high", 0, "list"),
        ("id:x", 3, "id:42"),
        ("id:99999999999999999999", 3, "id:42"),
        ("created>yesterdy", 8, "is no time"),
        ("created>2026-02-30", 8, "is no time"),
        ("created>2026-11-22T25:00Z", 8, "is no time"),
        ("waiting:2h", 8, "waiting>2h"),
        ("waiting>9999999999h", 8, "is no time"),
        ("(a", 0, "never closed"),
        ("a)", 1, "closes nothing"),
        ("()", 1, "missing"),
        ("or", 0, "missing"),
        ("a or", 4, "missing"),
        ("not", 3, "missing"),
        ("a - b", 2, "nothing follows"),
        ("\"a", 0, "never closed"),
        ("!!!", 0, "no letters or digits"),
        ("*", 0, "no letters or digits"),
    ])
    func anUnreadableQueryNamesThePlaceAndTheRemedy(text: String, offset: Int, part: String) {
        let error = #expect(throws: QueryError.self) { try Query(text) }
        #expect(error?.offset == offset)
        #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }

    @Test func limitsAreErrorsAndNotCrashes() throws {
        #expect(throws: QueryError.self) { try Query(String(repeating: "a", count: 2001)) }
        #expect(throws: QueryError.self) { try Query(String(repeating: "a ", count: 101)) }
        #expect(throws: QueryError.self) { try Query(String(repeating: "(", count: 1999)) }
        #expect(throws: QueryError.self) { try Query(String(repeating: "-", count: 1999) + "a") }
        #expect(throws: QueryError.self) {
            try Query(String(repeating: "(", count: 21) + "a" + String(repeating: ")", count: 21))
        }
        let hundred = try Query(String(repeating: "a ", count: 100))
        #expect(hundred == .and(Array(repeating: word("a"), count: 100)))
        #expect(
            try Query(String(repeating: "(", count: 20) + "a" + String(repeating: ")", count: 20)) == word("a")
        )
    }

    @Test func aSearchHoldsItsOrderBesideItsQuery() throws {
        #expect(
            try Search("tag:vip sort:-created")
                == Search(query: Query("tag:vip"), order: InboxOrder(.created, isReversed: true))
        )
        #expect(try Search("sort:urgency") == Search(query: .all, order: InboxOrder(.urgency)))
        #expect(try Search("tag:vip").order == .worst)
        for (text, part) in [
            ("sort:age sort:due", "twice"), ("sort:urgenci", "did you mean urgency?"), ("-sort:due", "outside of"),
            ("(sort:due)", "outside of"),
        ] {
            let error = #expect(throws: QueryError.self) { try Search(text) }
            #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
        }
    }

    @Test func ourAccountsStandForTheirChannels() throws {
        let channel = Channel(id: .init("social"), network: Network("toy"), account: "@acme")
        let query = try Query("to:acme -to:other").resolving(accountsOf: [channel])
        #expect(try query == Query("(to:acme or channel:social) -to:other"))
    }

    @Test func meIsTheAgentWhoAsks() throws {
        let query = try Query("is:open (assignee:me or not assignee:me) tag:me")
        #expect(query.resolving(me: "@Kim") == (try Query("is:open (assignee:kim or not assignee:kim) tag:me")))
    }
}

private func word(_ word: String) -> Query { .term(.text(words: [word], prefix: false)) }
