import Foundation
public import HarkCore

/// Copies of the iCalendar feeds that teams take their holidays from, a file each in a folder beside the database.
///
/// Reading a configuration never asks the web: it reads the last copy. Who runs the service fetches them.
public struct CalendarFeeds: Sendable {
    /// A larger feed is no list of holidays, in bytes.
    public static let largest = YAMLFile.largest

    private let folder: URL

    /// The usual place: `calendars` beside the database.
    public init(besideDatabase database: String) {
        folder = URL(filePath: database).deletingLastPathComponent().appending(path: "calendars")
    }

    /// What is known of the feed at an address.
    public func copy(of address: String) -> CalendarCopy {
        let attributes = try? FileManager.default.attributesOfItem(atPath: file(of: address))
        let date = attributes?[.modificationDate] as? Date
        return CalendarCopy(
            address: address,
            fetchedAt: date.map { Instant(milliseconds: Int64($0.timeIntervalSince1970 * 1000)) }
        )
    }

    /// Keeps what was fetched in place of an earlier copy and tells whether it says something else. Throws ``Failure``
    /// when it is no calendar or cannot be kept; the earlier copy stays then.
    public func keep(_ body: [UInt8], of address: String) throws(Failure) -> Bool {
        let feed = HolidayFeed(String(decoding: body, as: UTF8.self))
        if let problem = feed.problems.first { throw Failure(.unprocessable, problem) }
        let path = file(of: address)
        let earlier = FileManager.default.contents(atPath: path)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(body).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Failure(.storage, "a calendar cannot be kept in \(folder.path); check its permissions")
        }
        return earlier.map { HolidayFeed(String(decoding: $0, as: UTF8.self)).dates } != feed.dates
    }

    /// The days of the last copy; none when there is none yet. Notes what is wrong with it.
    func dates(of item: Item, _ address: String) -> Set<BusinessCalendar.Date> {
        let path = file(of: address)
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        switch RegularFile.read(path, atMost: Self.largest) {
        case .failure(let refusal):
            item.wrong("“holidays_from”: the copy in \(path) \(refusal.reason)")
            return []
        case .success(let data): return HolidayFeed(String(decoding: data, as: UTF8.self)).dates
        }
    }

    /// Named by a hash: an address may hold a secret, and characters that no file may have.
    private func file(of address: String) -> String {
        var name = Fingerprint()
        name.add(text: address)
        return folder.appending(path: "\(name.text).ics").path(percentEncoded: false)
    }
}
