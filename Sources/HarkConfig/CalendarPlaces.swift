import HarkCore
import Synchronization

/// Where the calendars stand that a configuration names, and which of them stand in the web.
final class CalendarPlaces: Sendable {
    /// Paths count from here.
    let folder: String?
    /// Copies of what stands in the web; nil where none are kept.
    let feeds: CalendarFeeds?
    private let named = Mutex<[String]>([])

    init(folder: String?, feeds: CalendarFeeds? = nil) {
        self.folder = folder
        self.feeds = feeds
    }

    /// The feeds that were named, in their order.
    var copies: [CalendarCopy] {
        guard let feeds else { return [] }
        return named.withLock { $0 }.map(feeds.copy)
    }

    /// The closed days of a file or a feed.
    func dates(_ item: Item) -> Set<BusinessCalendar.Date> {
        guard let path = item.text("holidays_from") else { return [] }
        return path.contains("://") ? feed(item, path) : file(item, path)
    }

    private func feed(_ item: Item, _ address: String) -> Set<BusinessCalendar.Date> {
        guard ["https://", "http://", "webcal://"].contains(where: address.hasPrefix) else {
            item.wrong("“holidays_from”: the address must begin with https://, http:// or webcal://")
            return []
        }
        guard let feeds else {
            item.wrong("“holidays_from”: a calendar of its own takes no address; name a file")
            return []
        }
        named.withLock { if !$0.contains(address) { $0.append(address) } }
        return feeds.dates(of: item, address)
    }

    private func file(_ item: Item, _ path: String) -> Set<BusinessCalendar.Date> {
        let whole = path.hasPrefix("/") ? path : (folder.map { $0 + "/" } ?? "") + path
        switch RegularFile.read(whole, atMost: YAMLFile.largest) {
        case .failure(let refusal):
            item.wrong("“holidays_from”: \(path.shortened) \(refusal.reason)")
            return []
        case .success(let data):
            let feed = HolidayFeed(String(decoding: data, as: UTF8.self))
            for problem in feed.problems.prefix(5) { item.wrong("“holidays_from”: \(path.shortened): \(problem)") }
            return feed.dates
        }
    }
}
