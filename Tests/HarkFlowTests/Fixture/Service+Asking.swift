import Foundation
import HarkCore
import HarkCurl

/// What a test reads, through the command line or straight from the API.
extension Service {
    /// A list as `--json` prints it.
    struct Listed<Element: Decodable>: Decodable {
        var data: [Element]
    }

    /// `hark inbox --json`.
    func inbox(_ query: String...) async throws -> [ConversationSummary] {
        let words = query.joined(separator: " ")
        let output = words.isEmpty ? try await hark("inbox", "--json") : try await hark("inbox", words, "--json")
        return try output.decoded(as: Listed<ConversationSummary>.self).data
    }

    /// `hark show ID --json`.
    func show(_ id: Int64) async throws -> ConversationDetail {
        try await hark("show", String(id), "--json").decoded(as: ConversationDetail.self)
    }

    /// `hark channels --json`, one channel of it.
    func channel(_ id: String) async throws -> ChannelHealth {
        let channels = try await hark("channels", "--json").decoded(as: Listed<ChannelHealth>.self).data
        guard let channel = channels.first(where: { $0.id == id }) else { throw FlowFailure("no channel \(id)") }
        return channel
    }

    /// `hark deliveries --json`.
    func deliveries() async throws -> [DeliveryView] {
        try await hark("deliveries", "--json").decoded(as: Listed<DeliveryView>.self).data
    }

    /// `hark deliveries --undecoded --json`.
    func undecoded() async throws -> [DeliveryView] {
        try await hark("deliveries", "--undecoded", "--json").decoded(as: Listed<DeliveryView>.self).data
    }

    /// The event log.
    func events(_ kind: Event.Kind? = nil) async throws -> [EventView] {
        let events: [EventView] = try await list("events?limit=200")
        return kind.map { kind in events.filter { $0.kind == kind } } ?? events
    }

    /// The inbox straight from the API.
    func listed() async throws -> [ConversationSummary] { try await list("conversations") }

    private func list<Element: Decodable>(_ path: String) async throws -> [Element] {
        let listed: Listed<Element> = try await get(path)
        return listed.data
    }

    /// What the API answers to a GET.
    func get<Value: Decodable>(_ path: String) async throws -> Value {
        let key = HTTPField("Authorization", "Bearer " + token)
        let answer = try await transport.send(HTTPRequest(url: origin + "/api/v1/" + path, headers: [key]))
        return try JSONDecoder().decode(Value.self, from: Data(answer.body))
    }

    /// Posts a delivery to an endpoint and returns the answer's status.
    func post(_ body: [UInt8], to endpoint: String, _ headers: [HTTPField]) async throws -> Int {
        let json = HTTPField("Content-Type", "application/json")
        let request = HTTPRequest(
            method: "POST",
            url: origin + "/webhooks/" + endpoint,
            headers: headers + [json],
            body: body
        )
        return try await transport.send(request).status
    }

    /// Posts a signed delivery of the page.
    func post(_ body: [UInt8]) async throws -> Int {
        try await post(body, to: "meta", [Messenger.signature(of: body)])
    }
}

/// Asks again until something is there; for what another process does in its own time.
@discardableResult
func eventually<Value>(
    _ what: String,
    within limit: Duration = .seconds(20),
    _ look: () async throws -> Value?
) async throws -> Value {
    let started = ContinuousClock.now
    repeat {
        if let value = try await look() { return value }
        try await Task.sleep(for: .milliseconds(50))
    } while started.duration(to: .now) < limit
    throw FlowFailure("\(what) did not happen within \(limit)")
}
