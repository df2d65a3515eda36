/// Saved views on the store.
extension LocalDesk {
    /// The caller's own views and those that others share.
    public func views() async throws -> [SavedView] {
        let all = try await store.views(of: agent)
        let own = Set(all.filter { $0.owner == agent }.map(\.name))
        return all.filter { $0.owner == agent || !own.contains($0.name) }
    }

    /// Keeps a view under the caller's name.
    public func saveView(_ command: SaveViewCommand) async throws -> SavedView {
        guard Self.isTag(command.name) else {
            throw Failure(
                .unprocessable,
                "a view's name has 1–50 letters, digits, - _ . : and no spaces",
                problems: [.init(pointer: "/name", detail: "“\(SafeLine.snippet(command.name))” is no name")]
            )
        }
        _ = try search(command.query)
        let (now, agent) = (clock.now, agent)
        return try await store.write { ledger in
            let view = SavedView(
                id: 0,
                name: command.name,
                query: command.query,
                owner: agent,
                isShared: command.isShared
            )
            return try ledger.save(view, at: now)
        }
    }

    /// Removes one of the caller's own views.
    public func removeView(_ name: String) async throws {
        let agent = agent
        let isThere = try await store.write { try $0.removeView(named: name, of: agent) }
        guard isThere else {
            throw Failure(.notFound, "you have no view “\(SafeLine.snippet(name))”; `hark views` lists them")
        }
    }
}
