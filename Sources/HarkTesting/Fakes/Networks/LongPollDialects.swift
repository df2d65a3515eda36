import Foundation
public import HarkCore

/// Matrix: what happened since a position; a long absence is cut short, and its hole is read on its own.
public struct MatrixDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "matrix"
    /// Servers do not count these calls.
    public let allowed = 10_000.0

    private static let room = "!room:far.example"
    /// How many events a sync tells after an absence.
    private static let timeline = 8

    /// An account with a token.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("rooms"),
            network: Network(network),
            account: "@us:far.example",
            server: origin,
            secrets: ["token": Secret("fake-token")],
            pollInterval: .seconds(20)
        )
    }

    /// Both the sync and the reading of a hole.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/sync") || call.path.hasSuffix("/messages") }
    /// A position, of either.
    public func hasCursor(_ call: FakeCall) -> Bool { call.query["since"] != nil || call.query["from"] != nil }

    /// The refusal of a position the server has forgotten.
    public var expired: FakeAnswer {
        FakeAnswer(status: 400, body: #"{"errcode":"M_UNKNOWN","error":"Invalid stream token"}"#)
    }

    /// A sync, or a stretch of the room.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        call.path.hasSuffix("/messages") ? stretch(call, world, order) : sync(call, world, order)
    }

    private func sync(_ call: FakeCall, _ world: FakeWorld, _ order: FakeOrder) -> FakeAnswer {
        let since = call.query["since"].flatMap(Self.position)
        let missed = world.items.filter { $0.number > since ?? 0 }
        guard !missed.isEmpty else { return FakeAnswer(body: #"{"next_batch":"s\#(since ?? 0)"}"#) }
        let told = missed.suffix(since == nil ? 50 : Self.timeline)
        let isCut = told.count < missed.count
        let timeline =
            #"{"limited":\#(isCut),"prev_batch":"s\#(told.first?.number ?? 0)","events":[\#(Self.json(told, order))]}"#
        return FakeAnswer(
            body: """
                {"next_batch":"s\(missed.last?.number ?? 0)",\
                "rooms":{"join":{"\(Self.room)":{"timeline":\(timeline),"state":{"events":[]}}}}}
                """
        )
    }

    private func stretch(_ call: FakeCall, _ world: FakeWorld, _ order: FakeOrder) -> FakeAnswer {
        let from = call.query["from"].flatMap(Self.position) ?? 0
        let to = call.query["to"].flatMap(Self.position) ?? .max
        let chunk = world.items.filter { $0.number > from && $0.number <= to }.prefix(5)
        let end = chunk.last.map { $0.number < to ? #","end":"s\#($0.number)""# : "" } ?? ""
        return FakeAnswer(body: #"{"start":"s\#(from)"\#(end),"chunk":[\#(Self.json(chunk, order))]}"#)
    }

    private static func position(_ token: String) -> Int? { Int(token.dropFirst()) }

    private static func json(_ items: some Sequence<FakeWorld.Item>, _ order: FakeOrder) -> String {
        order.arranged(Array(items)).map { item in
            """
            {"event_id":"$\(item.number)","type":"m.room.message","sender":"@ana:far.example",\
            "origin_server_ts":\(item.at.milliseconds),"content":{"msgtype":"m.text","body":"\(item.text)"}}
            """
        }
        .joined(separator: ",")
    }
}

/// Telegram: updates from a number on; everything below it is forgotten.
public struct TelegramDialect: FakeDialect {
    /// A dialect.
    public init() {}
    /// The network.
    public let network = "telegram"
    /// As many as a bot may send; asking is not counted apart.
    public let allowed = 9000.0

    /// A bot that asks and does not wait.
    public func channel(origin: String) -> Channel {
        Channel(
            id: .init("bot"),
            network: Network(network),
            account: "@us_bot",
            server: origin,
            settings: ["long_poll_seconds": "0"],
            secrets: ["token": Secret("4711:fake-token")],
            pollInterval: .seconds(20)
        )
    }

    /// The updates.
    public func isFeed(_ call: FakeCall) -> Bool { call.path.hasSuffix("/getUpdates") }

    /// A page.
    public func answer(_ call: FakeCall, _ world: FakeWorld, order: FakeOrder) -> FakeAnswer {
        struct Ask: Decodable { var offset: Int? }
        let offset = (try? JSONDecoder().decode(Ask.self, from: Data(call.body.utf8)))?.offset ?? 0
        let updates = order.arranged(Array(world.items.filter { $0.number >= offset }.prefix(5))).map { item in
            """
            {"update_id":\(item.number),"message":{"message_id":\(item.number),"date":\(item.at.milliseconds / 1000),\
            "chat":{"id":9,"type":"private","first_name":"Ana"},"from":{"id":9,"is_bot":false,"first_name":"Ana"},\
            "text":"\(item.text)"}}
            """
        }
        return FakeAnswer(body: #"{"ok":true,"result":[\#(updates.joined(separator: ","))]}"#)
    }
}
