import Foundation
import HarkCore
import HarkFakes
import HarkTesting
import Testing

extension Flows {
    /// Holidays that stand in the web: fetched by the service, kept beside the database, felt by open deadlines at once.
    @Suite struct HolidayFeeds {
        @Test func aFeedMovesOpenDeadlinesWhenItIsFetchedAndIsKeptWhenItFails() async throws {
            let website = try await FakeWebsite.start(Self.calendar(daysOff: 3))
            website.order(.status(503))
            let service = try await Service.running(Self.files(website.origin + "/private-7f3a/days-off.ics"))
            #expect(await service.line(holding: "holidays not fetched") != nil)
            #expect(!service.log.contains("private-7f3a"), "the address may be a secret")
            let host = website.origin.dropFirst("http://".count)
            let doctor = try await service.hark("doctor")
            #expect(doctor.status == 1)
            #expect(doctor.text.contains("calendar \(host)") && doctor.text.contains("never fetched"))

            try await Self.ask(service, "1", "Hello, where is my parcel?")
            let before = try #require(try await service.listed().first?.dueAt)
            #expect(before < Instant.present + .days(1), "without the feed every day is a working day")

            #expect(try await service.reload().contains("configuration reloaded"))
            let after = try await eventually("the deadline moves") {
                try await service.listed().first?.dueAt.flatMap { $0 > before ? $0 : nil }
            }
            #expect(after > Instant.present + .days(2) && after < Instant.present + .days(4))
            #expect(try await service.hark("doctor").text.contains("calendar \(host)"))

            await service.kill()
            await website.stop()
            try await service.start()
            try await Self.ask(service, "2", "Hello?")
            let kept = try #require(try await service.listed().compactMap(\.dueAt).min())
            #expect(kept > Instant.present + .days(2), "the last copy is good without the website")
        }

        private static func ask(_ service: Service, _ id: String, _ text: String) async throws {
            let event = """
                {"type":"message.created","timestamp":"\(Instant.present)","data":{"id":"\(id)","kind":"direct",\
                "author":{"id":"c\(id)","name":"C"},"text":"\(text)"}}
                """
            let body = Array(event.utf8)
            #expect(try await service.post(body, to: "shop", StandardWebhook.headers(of: body, id: "msg_\(id)")) == 200)
        }

        private static func files(_ address: String) -> ServiceFiles {
            var files = ServiceFiles(channels: [ServiceFiles.shop])
            files.policy = "hours: business\n    targets: {first_response: 1h}"
            files.others["teams.yaml"] = """
                default_team: care
                teams:
                  - name: care
                    time_zone: UTC
                    hours: {daily: 00:00-24:00}
                    holidays_from: \(address)
                """
            return files
        }

        /// Days off from yesterday on, today and a number of days after it among them, as one rule.
        private static func calendar(daysOff: Int) -> String {
            let yesterday = (Instant.present + .days(-1)).description.prefix(10).filter { $0 != "-" }
            return """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                UID:days-off\r
                SUMMARY:Works holiday\r
                DTSTART;VALUE=DATE:\(yesterday)\r
                RRULE:FREQ=DAILY;COUNT=\(daysOff + 1)\r
                END:VEVENT\r
                END:VCALENDAR\r

                """
        }
    }
}
