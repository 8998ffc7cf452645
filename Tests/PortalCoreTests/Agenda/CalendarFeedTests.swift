import PortalCore
import Testing

struct CalendarFeedTests {
    private let now = "2026-11-20T10:00:00+01:00"

    @Test func `a feed holds the family's bookings as events, folded and escaped`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom; \"l'aîné\", né à l'été"])
        let (lea, tom) = (family.children[0].id, family.children[1].id)
        try await town.bookings(at: now).confirm(
            [add(lea, 3, "2026-12-08"), add(tom, 1, "2026-12-02"), add(tom, 3, "2027-04-01")],
            key: key(1),
            by: family
        )
        let feeds = CalendarFeedService(try town.portal(at: now))
        let token = try #require(try await feeds.make(for: nil, usesInitials: false, by: family.account))
        let text = try feeds.calendar(under: token.text, town.catalogue).text
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
        for line in lines where line.utf8.count > 75 { Issue.record("\(line.utf8.count) octets: \(line)") }
        #expect(!text.replacing("\r\n", with: "").contains("\n"))
        let unfolded = text.replacing("\r\n ", with: "")
        // Winter is an hour ahead of UTC, summer two.
        for part in ["DTSTART:20261208T103000Z", "DTSTART:20261202T070000Z", "DTSTART:20270401T093000Z", "DTEND:20270401T113000Z"] {
            #expect(unfolded.contains(part), "\(part)")
        }
        #expect(unfolded.contains("SUMMARY:Tom\\; \"l'aîné\"\\, né à l'été\u{A0}: Journée avec repas\r\n"))
        #expect(unfolded.contains("SUMMARY:Léa\u{A0}: Repas\r\n") && unfolded.contains("STATUS:CONFIRMED") && !unfolded.contains("Dupont"))
    }

    @Test func `an absence is a cancelled event under the same identifier, and the tag changes with it alone`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let lea = family.children[0].id
        try await town.bookings(at: now).confirm([add(lea, 3, "2026-11-24")], key: key(1), by: family)
        let feeds = CalendarFeedService(try town.portal(at: now))
        let token = try #require(try await feeds.make(for: lea, usesInitials: true, by: family.account))
        let before = try feeds.calendar(under: token.text, town.catalogue)
        let later = try CalendarFeedService(town.portal(at: "2026-11-20T11:00:00+01:00")).calendar(under: token.text, town.catalogue)
        #expect(before.text != later.text && before.fingerprint == later.fingerprint)
        try await town.bookings(at: "2026-11-23T10:00:00+01:00").confirm([cancel(lea, 3, "2026-11-24")], key: key(2), by: family)
        let after = try feeds.calendar(under: token.text, town.catalogue)
        #expect(after.fingerprint != before.fingerprint)
        #expect(after.events.map(\.uid) == before.events.map(\.uid))
        #expect(after.events.map(\.isCancelled) == [true])
        #expect(after.text.contains("STATUS:CANCELLED") && after.text.contains("SEQUENCE:1") && after.text.contains("SUMMARY:L.\u{A0}: Repas"))
        #expect(!after.text.contains("Léa"))
    }

    @Test func `a link answers its own child until it is renewed or ended, and is stored as a digest`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let stranger = try await town.family("Martin", children: ["Hugo"])
        let (lea, tom) = (family.children[0].id, family.children[1].id)
        try await town.bookings(at: now).confirm([add(lea, 3, "2026-12-08"), add(tom, 3, "2026-12-08")], key: key(1), by: family)
        let feeds = CalendarFeedService(try town.portal(at: now))
        #expect(try await feeds.make(for: lea, usesInitials: false, by: stranger.account) == nil)
        let first = try #require(try await feeds.make(for: lea, usesInitials: false, by: family.account))
        #expect(try feeds.calendar(under: first.text, town.catalogue).events.count == 1)
        let second = try #require(try await feeds.make(for: lea, usesInitials: false, by: family.account))
        #expect(throws: CalendarFeedRefusal.unknown) { try feeds.calendar(under: first.text, town.catalogue) }
        let feed = try #require(try feeds.feeds(of: family).first)
        #expect(try feeds.feeds(of: family).count == 1 && feeds.feeds(of: stranger).isEmpty)
        #expect(try await !feeds.end(feed.id, by: stranger.account))
        #expect(try feeds.calendar(under: second.text, town.catalogue).events.count == 1)
        #expect(try await feeds.end(feed.id, by: family.account))
        #expect(throws: CalendarFeedRefusal.unknown) { try feeds.calendar(under: second.text, town.catalogue) }
        #expect(try town.count("SELECT count(*) FROM audit WHERE act IN ('calendarFeed.made', 'calendarFeed.ended')") == 4)
    }

    @Test func `the feeds of a closed account answer nothing`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let feeds = CalendarFeedService(try town.portal(at: now))
        let token = try #require(try await feeds.make(for: nil, usesInitials: false, by: family.account))
        _ = try feeds.calendar(under: token.text, town.catalogue)
        try await town.database.write { _ = try $0.execute("UPDATE accounts SET closed_at = 1 WHERE id = $1", family.account) }
        #expect(throws: CalendarFeedRefusal.unknown) { try feeds.calendar(under: token.text, town.catalogue) }
    }

    @Test func `a feed that is read all the time is told to wait`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let feeds = CalendarFeedService(try town.portal(at: now))
        let token = try #require(try await feeds.make(for: nil, usesInitials: false, by: family.account))
        for _ in 0..<60 { _ = try feeds.calendar(under: token.text, town.catalogue) }
        #expect(throws: CalendarFeedRefusal.tooOften) { try feeds.calendar(under: token.text, town.catalogue) }
    }
}
