import HarkCore
import Testing

/// Who may open which door.
struct AccessTests {
    /// Every door of the API: method, path, body, and the lowest role that opens it.
    static let doors: [(method: String, path: String, body: String, role: Role)] = [
        ("GET", "/api/v1/conversations", "", .agent), ("GET", "/api/v1/conversations/1", "", .agent),
        ("GET", "/api/v1/conversations/1/why", "", .agent),
        ("POST", "/api/v1/conversations/1/replies", #"{"text":"hi"}"#, .agent),
        ("POST", "/api/v1/conversations/1/edits", #"{"message":1,"text":"hi"}"#, .agent),
        ("POST", "/api/v1/conversations/1/notes", #"{"text":"hi"}"#, .agent),
        ("PATCH", "/api/v1/conversations/1", #"{"add_tags":["vip"]}"#, .agent),
        ("GET", "/api/v1/channels", "", .agent), ("POST", "/api/v1/channels/check", #"{"ids":["shop"]}"#, .lead),
        ("GET", "/api/v1/deliveries", "", .lead), ("POST", "/api/v1/deliveries/retry", "{}", .lead),
        ("GET", "/api/v1/tokens", "", .admin), ("POST", "/api/v1/tokens", #"{"name":"x","role":"agent"}"#, .admin),
        ("DELETE", "/api/v1/tokens/999", "", .admin), ("GET", "/api/v1/events", "", .agent),
        ("GET", "/api/v1/me", "", .agent), ("GET", "/api/v1/alerts", "", .agent),
        ("GET", "/api/v1/alerts/failed", "", .agent), ("POST", "/api/v1/alerts/retry", "{}", .lead),
        ("GET", "/api/v1/doctor", "", .lead), ("GET", "/api/v1/silences", "", .agent),
        (
            "POST", "/api/v1/silences", #"{"scope":{},"ends_at":"2026-11-22T12:00:00Z","reason":"maintenance"}"#, .lead
        ), ("DELETE", "/api/v1/silences/999", "", .lead),
    ]

    @Test func everyDoorOpensToItsRoleAndAboveAndToNobodyElse() async throws {
        try await LiveHark.run { hark async throws in
            _ = try await hark.conversation()
            for door in Self.doors {
                let open = try await hark.call(door.method, door.path, json: door.body)
                #expect(open.status == 401, "\(door.path) without a key")
                #expect(open.problem?.code == "unauthorised")
                #expect(open.header("www-authenticate") == "Bearer realm=\"hark\"")
                for role in Role.allCases {
                    let answer = try await hark.call(door.method, door.path, as: role, json: door.body)
                    if role < door.role {
                        #expect(answer.status == 403, "\(door.method) \(door.path) as \(role)")
                        #expect(answer.problem?.code == "forbidden")
                    } else {
                        let expected =
                            switch (door.method, door.path.hasSuffix("/edits")) {
                            case ("DELETE", _): 404...404
                            case (_, true): 422...422  // The first message is the customer's.
                            case (_, false): 200...299
                            }
                        #expect(expected.contains(answer.status), "\(door.path) as \(role): \(answer.text)")
                    }
                }
            }
        }
    }

    @Test(arguments: [Role.bot, .agent]) func onlyAPersonsKeyKeepsAPromise(_ role: Role) async throws {
        try await LiveHark.run { hark async throws in
            let id = Conversation.ID(try await hark.conversation())
            let door = "/api/v1/conversations/\(id)/replies"
            let answer = try await hark.call("POST", door, as: role, json: #"{"text":"Please wait."}"#)
            #expect(answer.status / 100 == 2, "\(answer.text)")
            let file = try #require(try await hark.store.file(of: id))
            #expect((file.conversation.waitingSince != nil) == (role == .bot))
            #expect(file.events.last { $0.kind == .replyQueued }?.actor.description.hasPrefix("bot:") == (role == .bot))
        }
    }

    @Test func onlyARealKeyIsAKey() async throws {
        try await LiveHark.run { hark async throws in
            let key = try #require(hark.keys[.agent])
            let wrong = [
                "", "Bearer", "Bearer ", "Basic \(key)", key, "Bearer x\(key)", "Bearer \(key)x",
                "Bearer hark_\(String(repeating: "A", count: 43))",
                "Bearer hark_" + String(repeating: "A", count: 9_000),
            ]
            for value in wrong {
                let headers = [HTTPField("Authorization", value)]
                #expect(try await hark.call("GET", "/api/v1/me", headers: headers).status == 401, "\(value.prefix(30))")
            }
            let headers = [HTTPField("Authorization", "bearer \(key)")]
            #expect(try await hark.call("GET", "/api/v1/me", headers: headers).status == 200)
        }
    }

    @Test func aRevokedKeyIsDeadAtOnce() async throws {
        try await LiveHark.run { hark async throws in
            let me: TokenSummary = try await hark.call("GET", "/api/v1/me", as: .agent).json()
            #expect(me.name == "ana")
            let ended = try await hark.call("DELETE", "/api/v1/tokens/\(me.id)", as: .admin)
            #expect(ended.status == 200)
            #expect(try await hark.call("GET", "/api/v1/me", as: .agent).status == 401)
        }
    }

    @Test func theUseOfAKeyIsNotedOnceAMinute() async throws {
        try await LiveHark.run { hark async throws in
            func lastUse() async throws -> Instant? {
                try await hark.store.tokens().first { $0.name == "ana" }?.lastUsedAt
            }
            let start = hark.now
            _ = try await hark.call("GET", "/api/v1/me", as: .agent)
            #expect(try await lastUse() == start)
            hark.advance(by: .seconds(59))
            _ = try await hark.call("GET", "/api/v1/me", as: .agent)
            #expect(try await lastUse() == start)
            hark.advance(by: .seconds(1))
            _ = try await hark.call("GET", "/api/v1/me", as: .agent)
            #expect(try await lastUse() == start + .minutes(1))
        }
    }

    @Test func aNewKeyIsShownOnceAndWorks() async throws {
        try await LiveHark.run { hark async throws in
            let body = #"{"name":"bot","role":"lead"}"#
            let created = try await hark.call("POST", "/api/v1/tokens", as: .admin, json: body)
            #expect(created.status == 201)
            let token = try created.json(CreatedToken.self).token
            let list = try await hark.call("GET", "/api/v1/tokens", as: .admin)
            #expect(!list.text.contains(token))
            #expect(try list.json(ListView<TokenSummary>.self).data.contains { $0.name == "bot" })
            let headers = [HTTPField("Authorization", "Bearer \(token)")]
            let me: TokenSummary = try await hark.call("GET", "/api/v1/me", headers: headers).json()
            #expect(me.role == .lead)
        }
    }
}
