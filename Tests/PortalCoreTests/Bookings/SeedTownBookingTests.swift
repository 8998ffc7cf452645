import PortalCore
import Testing

/// The five towns' own rules, through their real definitions, on both sides of each limit.
struct SeedTownBookingTests {
    /// What a change is answered at a moment.
    private enum Answer { case accepted, late, absence, refused }

    @Test func `every town answers as its guide says, on both sides of the limit`() async throws {
        let rows: [(town: String, code: String, BookingChange.Kind, date: String, now: String, Answer)] = [
            // Bondoufle: Wednesdays one week before.
            ("bondoufle", "mercredis", .add, "2026-11-18", "2026-11-11T23:59:59+01:00", .accepted),
            ("bondoufle", "mercredis", .add, "2026-11-18", "2026-11-12T00:00:00+01:00", .refused),
            ("bondoufle", "mercredis", .cancel, "2026-11-18", "2026-11-11T23:59:59+01:00", .accepted),
            ("bondoufle", "mercredis", .cancel, "2026-11-18", "2026-11-12T00:00:00+01:00", .absence),
            // Holidays: four weeks before the session's first open day, Monday 8 February 2027, whichever its day.
            ("bondoufle", "vacances", .add, "2027-02-19", "2027-01-11T23:59:59+01:00", .accepted),
            ("bondoufle", "vacances", .add, "2027-02-19", "2027-01-12T00:00:00+01:00", .refused),
            ("bondoufle", "vacances", .add, "2027-02-08", "2027-01-12T00:00:00+01:00", .refused),
            // Chanteloup: no notice until 30 September; then a booking for 15 October is made on 1 October; later ones cost more.
            ("chanteloup-les-vignes", "tram", .add, "2026-09-15", "2026-09-14T20:00:00+02:00", .accepted),
            ("chanteloup-les-vignes", "apps", .add, "2026-10-05", "2026-09-30T23:59:59+02:00", .accepted),
            ("chanteloup-les-vignes", "apps", .add, "2026-10-05", "2026-10-01T00:00:00+02:00", .late),
            ("chanteloup-les-vignes", "apps", .add, "2026-10-15", "2026-10-01T23:59:59+02:00", .accepted),
            ("chanteloup-les-vignes", "apps", .add, "2026-10-15", "2026-10-02T00:00:00+02:00", .late),
            ("chanteloup-les-vignes", "mercredis", .add, "2026-12-02", "2026-11-18T23:59:59+01:00", .accepted),
            ("chanteloup-les-vignes", "mercredis", .add, "2026-12-02", "2026-11-30T10:00:00+01:00", .late),
            ("chanteloup-les-vignes", "mercredis", .add, "2026-12-02", "2026-11-30T10:00:01+01:00", .refused),
            ("chanteloup-les-vignes", "vacances", .add, "2027-02-19", "2027-01-11T23:59:59+01:00", .accepted),
            ("chanteloup-les-vignes", "vacances", .add, "2027-02-19", "2027-01-12T00:00:00+01:00", .late),
            // Chalonnes: 72 hours before the unit starts, counted across the change to summer time of 28 March 2027.
            ("chalonnes-sur-loire", "goulidons-mercredis", .add, "2026-11-18", "2026-11-15T07:30:00+01:00", .accepted),
            ("chalonnes-sur-loire", "goulidons-mercredis", .add, "2026-11-18", "2026-11-15T07:30:01+01:00", .refused),
            ("chalonnes-sur-loire", "restauration", .add, "2027-03-30", "2027-03-27T11:00:01+01:00", .refused),
            // Gevrey: two open school days before at 10:00, so that Thursday 12 counts back over Armistice day, and Monday 2 over the holidays.
            ("gevrey-nuits", "restauration", .add, "2026-11-12", "2026-11-09T10:00:00+01:00", .accepted),
            ("gevrey-nuits", "restauration", .add, "2026-11-12", "2026-11-09T10:00:01+01:00", .refused),
            ("gevrey-nuits", "restauration", .add, "2026-11-02", "2026-10-15T10:00:00+02:00", .accepted),
            ("gevrey-nuits", "restauration", .add, "2026-11-02", "2026-10-15T10:00:01+02:00", .refused),
            // Chârost: Thursday noon for the week after.
            ("charost", "mercredis", .add, "2026-11-18", "2026-11-12T12:00:00+01:00", .accepted),
            ("charost", "mercredis", .add, "2026-11-18", "2026-11-12T12:00:01+01:00", .refused),
            ("charost", "periscolaire", .add, "2026-11-19", "2026-11-18T12:00:00+01:00", .late),
        ]
        let towns = try await catalogues()
        for (slug, code, kind, date, now, expected) in rows {
            let town = try #require(towns[slug])
            let activity = try #require(town.activity(code: code))
            let unitDay = UnitDay(try #require(activity.units.first), on: try day(date), of: OpeningDays(of: activity, in: town.calendar))
            let moment = try #require(Instant(rfc3339: now))
            #expect(answer(ruling(kind, unitDay, at: moment)) == expected, "\(slug) \(code) \(kind) \(date) at \(now)")
        }
    }

    /// Each town's catalogue, out of its definition by way of a database.
    private func catalogues() async throws -> [String: PortalCatalogue] {
        var catalogues: [String: PortalCatalogue] = [:]
        for slug in ExampleTowns.slugs {
            let portal = Portal(slug: slug, database: try temporaryDatabase(), clock: StoppedClock(Instant(seconds: 0)))
            try await PortalDefinitionService(portal).put(try ExampleTowns.definition(slug))
            catalogues[slug] = try portal.database.read { try PortalCatalogueStore($0).load() }
        }
        return catalogues
    }

    private func ruling(_ kind: BookingChange.Kind, _ day: UnitDay, at now: Instant) -> BookingRuling {
        let (child, group, household) = (Identifier<Child>(1), day.activity.groups[0].id, Identifier<Household>(1))
        switch kind {
        case .add:
            let enrolment = Enrolment(child: child, activity: day.activity.id, group: group, firstDay: day.date, lastDay: day.date)
            return day.adding(enrolment: enrolment, booking: nil, left: 1, at: now)
        case .cancel:
            let slot = BookingSlot(child: child, unit: day.unit.id, date: day.date)
            let price = day.unit.price
            let booking = Booking(slot: slot, group: group, household: household, state: .reserved, price: price, surcharge: .zero)
            return day.cancelling(booking, by: [household], at: now)
        }
    }

    private func answer(_ ruling: BookingRuling) -> Answer {
        switch ruling {
        case .add(_, surcharge: .zero), .cancel: .accepted
        case .add: .late
        case .recordAbsence: .absence
        case .nothingToDo, .refuse, .wait, .takeOffer, .leave, .ask: .refused
        }
    }
}
