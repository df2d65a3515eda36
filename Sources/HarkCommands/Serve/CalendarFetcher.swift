import HarkConfig
import HarkCore
import Logging

/// Fetches the feeds that teams take their holidays from.
struct CalendarFetcher: Sendable {
    let transport: any Transport
    let logger: Logger

    /// More redirections than this lead nowhere.
    private static let mostRedirections = 5

    /// Fetches feeds and keeps what they say; tells whether any says something new. What fails is logged, and the earlier
    /// copy stays.
    func fetch(_ addresses: [String], into feeds: CalendarFeeds) async -> Bool {
        var isNew = false
        for address in addresses {
            let place = CalendarCopy(address: address, fetchedAt: nil).place
            do {
                if try feeds.keep(try await body(of: address), of: address) { isNew = true }
            } catch {
                let reason = (error as? Failure)?.message ?? "\(error)"
                logger.error("holidays not fetched", metadata: ["place": "\(place)", "error": "\(reason)"])
            }
        }
        return isNew
    }

    private func body(of address: String) async throws -> [UInt8] {
        var url = address
        if url.hasPrefix("webcal://") { url = "https://" + url.dropFirst("webcal://".count) }
        for _ in 0...Self.mostRedirections {
            let request = HTTPRequest(url: url, timeout: .seconds(15), responseLimit: CalendarFeeds.largest)
            let response = try await transport.send(request)
            switch response.status {
            case 200: return response.body
            case 301, 302, 303, 307, 308:
                guard let next = response.header("location"), next.hasPrefix("https://") || next.hasPrefix("http://")
                else { throw Failure(.unprocessable, "the address is redirected to nowhere") }
                url = next
            default: throw Failure(.unprocessable, "the server answers \(response.status)")
            }
        }
        throw Failure(.unprocessable, "the address is redirected in a circle")
    }
}
