import PortalCore
import Testing

/// A new règlement, an exception for a period: which rules a booked day is judged by.
@Suite struct DatedRulesTests {
    private func rules(_ adding: String) throws -> BookingRules {
        let deadline = try BookingDeadline(notation: adding)
        return BookingRules(adding: deadline, cancellingOverride: nil, lateAdding: .refuse, lateCancelling: .refuse, source: "Règlement")
    }

    private func dated(_ first: String, _ last: String?, _ adding: String) throws -> DatedRules {
        DatedRules(firstDay: try day(first), lastDay: try last.map(day), rules: try rules(adding))
    }

    @Test func `the rules that started last among those that cover the day win`() throws {
        let wednesdays = try Activity.wednesdays(datedRules: [
            dated("2026-12-01", "2026-12-31", "J-2"), dated("2027-01-04", nil, "J-3"), dated("2027-03-01", "2027-03-31", "J-4"),
        ])
        let expected = [
            ("2026-11-30", "J-7"), ("2026-12-01", "J-2"), ("2026-12-31", "J-2"), ("2027-01-03", "J-7"), ("2027-01-04", "J-3"),
            ("2027-03-15", "J-4"), ("2027-04-01", "J-3"),
        ]
        for (date, notation) in expected {
            #expect(wednesdays.rules(on: try day(date)).adding.notation == notation, "\(date)")
        }
    }

    @Test func `a family is judged by the rules of the booked day`() async throws {
        let town = try await BookingTown.open(with: .bookingTown(wednesdays: [dated("2026-12-09", nil, "J-1 12:00")]))
        let family = try await town.family("Petit", children: ["Léa"])
        let child = try #require(family.children.first?.id)
        // Five days before the first Wednesday, twelve before the second.
        let review = try town.bookings(at: "2026-12-04T10:00:00+01:00").review(
            [add(child, 1, "2026-12-02"), add(child, 1, "2026-12-09")],
            by: family
        )
        #expect(review.lines.map(\.outcome.isAccepted) == [false, true])
    }

    @Test func `the bench says for each open day what changes`() throws {
        let catalogue = try PortalCatalogue.bookingTown()
        let wednesdays = catalogue.activities[0]
        let month = try #require(Month(iso: "2026-12"))
        let bench = RuleBench(wednesdays, unit: wednesdays.units[0], in: catalogue.calendar, month: month, trying: try rules("J-2 12:00"))
        // The Wednesdays with school; the 23rd and the 30th are in the Christmas holidays.
        #expect(bench.days.map(\.date.day) == [2, 9, 16])
        #expect(bench.changedDays == 3)
        #expect(bench.days.first?.inForce.adding.words == "jusqu'au mercredi 25 novembre 2026 à 23\u{A0}h\u{A0}59")
        #expect(bench.days.first?.tried?.adding.words == "jusqu'au lundi 30 novembre 2026 à 12\u{A0}h\u{A0}00")
        let same = RuleBench(wednesdays, unit: wednesdays.units[0], in: catalogue.calendar, month: month, trying: wednesdays.rules)
        #expect(same.changedDays == 0)
    }

    @Test func `a draft says which field is wrong, and how it is written`() throws {
        let wednesdays = try Activity.wednesdays()
        var draft = RuleDraft(wednesdays.rules)
        let today = try day("2026-11-20")
        let cases: [(RuleDraft.Field, String, String)] = [
            (.adding, "J-x", "Exemple"), (.adding, "", "Règle vide"), (.adding, "session-4 semaines", "l'activité n'en a pas"),
            (.cancelling, "48", "Exemple"), (.lateAdding, "peut-être", "Exemple"), (.lateCancelling, "oui", "Exemple"),
            (.source, "", "Citez le règlement"), (.firstDay, "", "premier jour"), (.firstDay, "2026-11-19", "jours passés"),
            (.lastDay, "2026-02-30", "n'existe pas"), (.lastDay, "2026-11-20", "avant le premier"),
        ]
        draft[.source] = "Règlement de 2027"
        draft[.firstDay] = "2026-11-23"
        #expect(try draft.datedRules(for: wednesdays, today: today).rules.adding == wednesdays.rules.adding)
        for (field, typed, said) in cases {
            var wrong = draft
            wrong[field] = typed
            let errors = #expect(throws: FieldErrors.self) { _ = try wrong.datedRules(for: wednesdays, today: today) }
            #expect(errors?[field]?.contains(said) == true, "\(field) \(typed): \(errors?[field] ?? "")")
        }
    }

    @Test func `last month's requests are judged again`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Petit", children: ["Léa"])
        let child = try #require(family.children.first?.id)
        // Booked on 27 October: eight days before 4 November, fifteen before the 11th.
        let asked = [add(child, 1, "2026-11-04"), add(child, 1, "2026-11-18")]
        try await town.bookings(at: "2026-10-27T09:00:00+01:00").confirm(asked, key: key(1), by: family)
        let wednesdays = town.catalogue.activities[0]
        let service = RuleService(try town.portal(at: "2026-11-20T10:00:00+01:00"), town.catalogue)
        let october = try #require(Month(iso: "2026-10"))
        let stricter = try service.replay(try rules("J-14"), on: wednesdays, of: october)
        #expect(stricter.count == 2 && stricter.inForce == [.inTime: 2] && stricter.tried == [.inTime: 1, .refused: 1])
        #expect(stricter.differences.map(\.ask.date) == [try day("2026-11-04")])
        #expect(try service.replay(wednesdays.rules, on: wednesdays, of: october).differences.isEmpty)
        #expect(try service.replay(try rules("J-14"), on: wednesdays, of: october.next).count == 0)
    }
}
