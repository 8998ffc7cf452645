import PortalCore
import Testing

/// Where and when the children of an outing meet, wherever its booking is told of.
struct OutingMeetingTests {
    private let now = "2026-11-10T10:00:00+01:00"
    private let date = "2026-12-16"
    private let words = "Rendez-vous\u{A0}: À 13\u{A0}h\u{A0}15 devant le centre"

    @Test func `the answer, the mail, the agenda and the calendar say it; a cancellation no longer does`() async throws {
        let home = try await OutingTown()
        let family = try await home.family("Dupont", children: ["Léa", "Tom"])
        let children = family.children.map(\.id)
        let bookings = try home.town.bookings(at: now)
        let request = try await bookings.confirm(children.map { add($0, home.unit, date) }, key: key(1), by: family)
        #expect(request.lines.map(\.meeting) == Array(repeating: home.outing.outing?.meeting, count: 2))
        func body() throws -> String { try OutboxService(home.town.portal(at: now)).messages(to: family.account)[0].mail.body }
        let meetings = "Rendez-vous\u{A0}:\n- mercredi 16 décembre 2026, Cirque d'hiver\u{A0}: À 13\u{A0}h\u{A0}15 devant le centre\n"
        #expect(try body().contains("\n\n\(meetings)\n"))
        let agenda = AgendaService(try home.town.portal(at: now), home.town.catalogue)
        #expect(try agenda.agenda(of: children[0], from: day(date), days: 1, for: family)?.map(\.meetingWords) == [words])
        let feeds = CalendarFeedService(try home.town.portal(at: now))
        let token = try #require(try await feeds.make(for: nil, usesInitials: true, by: family.account))
        let text = try feeds.calendar(under: token.text, home.town.catalogue).text.replacing("\r\n ", with: "")
        #expect(text.contains("DESCRIPTION:Cirque d'hiver\\n\(words)\r\n") && text.contains("LOCATION:Paris\r\n"))
        let cancelled = try await bookings.confirm(children.map { cancel($0, home.unit, date) }, key: key(2), by: family)
        #expect(cancelled.lines.allSatisfy { $0.meeting == nil })
        #expect(try !body().contains("Rendez-vous"))
    }

    @Test func `who comes off the line reads it in the mail that says so`() async throws {
        let home = try await OutingTown()
        let families = [try await home.family("Premier", children: ["Léa", "Tom"]), try await home.family("Suivant")]
        let bookings = try home.town.bookings(at: now)
        try await bookings.confirm(families[0].children.map { add($0.id, home.unit, date) }, key: key(1), by: families[0])
        let wait = try await bookings.confirm([add(families[1].children[0].id, home.unit, date)], key: key(1), by: families[1])
        #expect(wait.lines.map(\.meeting) == [nil])
        try await bookings.confirm([cancel(families[0].children[0].id, home.unit, date)], key: key(2), by: families[0])
        let mail = try OutboxService(home.town.portal(at: now)).messages(to: families[1].account)[0].mail
        #expect(mail.body.contains("elle est réservée. \(words)"))
    }
}
