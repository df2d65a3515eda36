import Foundation
import HarkCore
import Hummingbird

/// Views, canned texts, macros, who is there, and the people who write.
extension Doors {
    var deskwork: [Endpoint] { savedViews + canned + people }

    private var savedViews: [Endpoint] {
        let list = "/api/v1/views"
        return [
            Endpoint(.get, list, .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).views()))
            },
            Endpoint(.put, list + "/{name}", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(ViewBody.self, from: request, fields: ["query", "shared"])
                let command = SaveViewCommand(
                    name: try scope.word("name"),
                    query: body.query,
                    isShared: body.shared ?? false
                )
                return JSONBody.response(try await desk(of: scope).saveView(command))
            },
            Endpoint(.delete, list + "/{name}", .role(.agent)) { _, scope in
                try await desk(of: scope).removeView(try scope.word("name"))
                return Response(status: .noContent)
            },
        ]
    }

    private var canned: [Endpoint] {
        [
            Endpoint(.get, "/api/v1/canned", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).cannedTexts()))
            },
            Endpoint(.get, "/api/v1/conversations/{id}/canned/{name}", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                let name = try scope.word("name")
                let text = try await desk(of: scope).cannedText(name, for: .init(try scope.number()))
                return JSONBody.response(text)
            },
            Endpoint(.get, "/api/v1/macros", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(Listing(data: try await desk(of: scope).macros()))
            },
            Endpoint(.post, "/api/v1/macros/{name}/preview", .role(.agent)) { request, scope in
                let ids = try await Self.ids(request)
                let previews = try await desk(of: scope).previewMacro(try scope.word("name"), on: ids)
                return JSONBody.response(Listing(data: previews))
            },
            Endpoint(.post, "/api/v1/macros/{name}", .role(.agent)) { request, scope in
                let ids = try await Self.ids(request)
                return try await changed { try await desk(of: scope).runMacro(try scope.word("name"), on: ids) }
            },
        ]
    }

    private var people: [Endpoint] {
        [
            Endpoint(.post, "/api/v1/conversations/{id}/presence", .role(.agent)) { request, scope in
                let body = try await JSONBody.read(PresenceBody.self, from: request, fields: ["doing"])
                let others = try await desk(of: scope).present(body.doing, at: .init(try scope.number()))
                return JSONBody.response(Listing(data: others))
            },
            Endpoint(.get, "/api/v1/conversations/{id}/contact", .role(.agent)) { request, scope in
                _ = try AddressParameters(request, known: [])
                return JSONBody.response(try await desk(of: scope).contact(of: .init(try scope.number())))
            },
        ]
    }

    private static func ids(_ request: Request) async throws -> [Conversation.ID] {
        try await JSONBody.read(IDsBody.self, from: request, fields: ["ids"]).ids.map { .init($0) }
    }
}

private struct ViewBody: Decodable {
    var query: String
    var shared: Bool?
}

private struct IDsBody: Decodable {
    var ids: [Int64]
}

private struct PresenceBody: Decodable {
    var doing: Presence.Doing?
}

extension RequestScope {
    /// A name in the path.
    fileprivate func word(_ name: String) throws(Failure) -> String {
        guard let text = parameters.get(name)?.removingPercentEncoding, !text.isEmpty, text.count <= 100 else {
            throw Failure(.notFound, "there is nothing of that name")
        }
        return text
    }
}
