import Testing

@testable import PortalCore

/// Who says when a child comes and leaves, until when, and who reads it.
struct ExpectedTimeTests {
    @Test func `a habit holds for every booked day, an exception for its own, and both are read everywhere`() async throws {
        let town = try await TimedTown()
        let (tom, slot) = (town.tom, try town.slot(town.tom))
        try await town.say("08:30", "17:30", of: tom, by: town.family)
        try await town.say("", "16:45", on: slot, by: town.family)
        let portal = try town.town.portal(at: TimedTown.now)
        let expected = try times("08:30", "16:45")

        let planning = try BookingService(portal, town.catalogue).planning(Month(containing: town.date), of: town.family)
        let cells = planning.weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells).filter { $0.slot.child == tom.id && $0.isBooked }
        #expect(cells.map(\.times) == [expected, try times("08:30", "17:30")])
        let agendas = try AgendaService(portal, town.catalogue).agendas(from: town.date, days: 1, for: town.family)
        #expect(agendas[tom.id]?.map(\.times) == [expected])
        let words = agendas[tom.id]?.map { plainSpaces($0.unitWords) }
        #expect(words == ["Journée avec repas (attendu à 8 h 30, part à 16 h 45)"])
        let agenda = try AgendaService(portal, town.catalogue).agenda(of: tom.id, from: town.date, days: 1, for: town.family)
        let event = CalendarEvent(try #require(agenda?.first), of: tom, usesInitials: false, portal: "ville")
        #expect(ParisTime.reading(event.startsAt).time == expected.arrival && ParisTime.reading(event.endsAt).time == expected.departure)
        #expect(plainSpaces(event.details) == "Mercredis\nattendu à 8 h 30, part à 16 h 45")

        let call = try #require(try RollCallService(portal, town.catalogue).list(of: "mercredis", unit: nil, on: town.date, for: town.agent))
        #expect(call.children.first { $0.child.id == tom.id }?.times == expected && call.children.filter { $0.times != nil }.count == 1)
        let list = try #require(try AttendanceService(portal, town.catalogue).dayList(of: "mercredis", on: town.date, for: town.agent))
        #expect(list.groups[0].children.map(\.firstName) == ["Léa", "Tom", "Zoé"])
        #expect(list.groups[0].children[1].times == [expected, nil])
        let review = try BookingService(portal, town.catalogue).review([add(tom.id, 1, "2026-12-02")], by: town.family)
        #expect(review.lines.map(\.times) == [try times("08:30", "17:30")])
        #expect(try town.town.count("SELECT count(*) FROM audit WHERE act IN ('child.usualTimesSet', 'booking.timesSet')") == 2)
    }

    @Test func `the staff's lists have a column for each time, in the same order of children`() async throws {
        let town = try await TimedTown()
        try await town.say("08:30", "17:30", of: town.tom, by: town.family)
        let reports = ReportService(try town.town.portal(at: TimedTown.now), town.catalogue)
        let report = AttendanceReport(.day, activity: "mercredis", date: town.date)
        let table = try #require(try await reports.table(report, for: town.agent))
        #expect(
            Array(table.columns.dropFirst(5)) == [
                "Journée avec repas", "Heure d'arrivée (Journée avec repas)", "Heure de départ (Journée avec repas)", "Matin",
            ]
        )
        #expect(
            table.sections[0].rows.map { [$0[1], $0[6], $0[7]].map(\.text) } == [["Léa", "", ""], ["Tom", "08:30", "17:30"], ["Zoé", "", ""]]
        )
        let week = try #require(try await reports.table(AttendanceReport(.week, activity: "mercredis", date: town.date), for: town.agent))
        #expect(plainSpaces(week.sections[0].rows[1][3].text) == "Journée avec repas (attendu à 8 h 30, part à 17 h 30)")
    }

    @Test func `the emergency sheet says when each child is there, in a column of its own where any family has said it`() async throws {
        let town = try await TimedTown()
        let sheets = EmergencySheetService(try town.town.portal(at: TimedTown.now), town.catalogue)
        let report = AttendanceReport(.emergency, activity: "mercredis", date: town.date)
        let before = try #require(try await sheets.read(report, by: town.agent))
        #expect(!before.table.columns.contains("Heures"))
        try await town.say("08:30", "17:30", of: town.tom, by: town.family)
        let sheet = try #require(try await sheets.read(report, by: town.agent))
        let times = sheet.sections[0].entries.map { plainSpaces($0.times.joined()) }
        #expect(times == ["", "Journée avec repas : attendu à 8 h 30, part à 17 h 30", ""])
        #expect(sheet.table.columns[3] == "Heures" && sheet.table.columns.count == before.table.columns.count + 1)
        #expect(sheet.table.sections[0].rows[1][3].text == sheet.sections[0].entries[1].times[0])
    }

    @Test(arguments: [
        ("07:45", "", "arrivee-journée avec repas"), ("18:00", "", "arrivee-journée avec repas"), ("08:10", "", "arrivee-journée avec repas"),
        ("huit", "", "arrivee-journée avec repas"), ("", "18:15", "depart-journée avec repas"), ("", "08:00", "depart-journée avec repas"),
        ("12:00", "11:45", "depart-journée avec repas"),
    ])
    func `a time outside the unit's hours or its step is refused next to its field`(arrival: String, departure: String, field: String) async throws {
        let town = try await TimedTown()
        let habit = await #expect(throws: FieldErrors.self) { try await town.say(arrival, departure, of: town.tom, by: town.family) }
        let slot = try town.slot(town.tom)
        let day = await #expect(throws: FieldErrors.self) { try await town.say(arrival, departure, on: slot, by: town.family) }
        #expect(habit?.entries.map(\.field) == [field] && day?.entries.map(\.field) == [field])
        // Of one day, against what is usual.
        try await town.say("12:00", "", of: town.tom, by: town.family)
        let merged = await #expect(throws: FieldErrors.self) { try await town.say("", "11:00", on: slot, by: town.family) }
        #expect(merged?.entries.map(\.field) == ["depart-journée avec repas"])
        #expect(try town.town.count("SELECT count(*) FROM booking_times") == 0)
    }

    @Test func `an exception is said until the day is over or its list is closed, and goes with its booking`() async throws {
        let town = try await TimedTown()
        let (slot, later) = (try town.slot(town.tom), try town.slot(town.tom, "2026-11-18"))
        // The booking's own deadline, seven days before, is long over.
        try await town.say("", "16:45", on: slot, by: town.family, at: "2026-11-04T17:50:00+01:00")
        #expect(try town.times().day(slot, for: .parent(town.family.account))?.isException == true)
        await #expect(throws: ExpectedTimeRefusal.past(town.date)) {
            try await town.say("", "17:00", on: slot, by: town.family, at: "2026-11-05T08:00:00+01:00")
        }
        try await town.town.database.write {
            let leader = try StaffStore($0)
                .insert(login: try #require(Login("awa")), passwordHash: "", firstName: "Awa", lastName: "Koné", role: .facilityLeader)
            try ClosedDayStore($0).close(Identifier(1), on: town.date, by: leader, at: Instant(seconds: 1))
        }
        await #expect(throws: ExpectedTimeRefusal.closed(town.date)) { try await town.say("", "17:00", on: slot, by: town.family) }
        // Back to the habit, then away with the booking.
        try await town.say("", "16:45", on: later, by: town.family)
        try await town.say("", "", on: later, by: town.family)
        #expect(try town.town.count("SELECT count(*) FROM booking_times") == 1)
        try await town.say("", "16:45", on: later, by: town.family)
        let early = BookingService(try town.town.portal(at: TimedTown.now), town.catalogue)
        try await early.confirm([cancel(town.tom.id, 1, "2026-11-18")], key: key(5), by: town.family)
        #expect(try town.town.count("SELECT count(*) FROM booking_times") == 1)
        await #expect(throws: HouseholdRefusal.unknown) { try await town.say("", "17:00", on: later, by: town.family) }
        try await town.town.database.write { try BookingStore($0).update(slot, to: .absent) }
        #expect(try town.times().comingDays(of: town.tom.id, at: town.catalogue.activities[0], for: .parent(town.family.account)).isEmpty)
    }

    @Test func `nobody says it of a stranger's child, nor who may only look; the staff do for each family`() async throws {
        let town = try await TimedTown()
        let (tom, slot, form) = (town.tom, try town.slot(town.tom), TimedTown.form("", "17:00"))
        await #expect(throws: HouseholdRefusal.unknown) { try await town.say("", "17:00", of: tom, by: town.other) }
        await #expect(throws: HouseholdRefusal.unknown) { try await town.say("", "17:00", on: slot, by: town.other) }
        #expect(throws: HouseholdRefusal.unknown) { try town.times().day(slot, for: .parent(town.other.account)) }
        let (own, foreign) = (try town.household(town.family), try town.household(town.other))
        let (agent, service) = (town.agent.id, try town.times())
        await #expect(throws: HouseholdRefusal.unknown) { try await service.set(form, on: slot, by: .staff(agent, foreign)) }
        await #expect(throws: HouseholdRefusal.unknown) { try await service.set(form, of: tom.id, at: "cantine", by: .staff(agent, own)) }
        try await service.set(form, of: tom.id, at: "mercredis", by: .staff(agent, own))
        try await service.set(TimedTown.form("09:00", ""), on: slot, by: .staff(agent, own))
        #expect(try service.day(slot, for: .staff(agent, own))?.times == (try times("09:00", "17:00")))
        try await town.town.database.write {
            try ChildRelationStore($0).put(ChildRelation(kinship: .other, standing: .none, rights: [.sees]), of: town.family.adult.id, to: tom.id)
        }
        await #expect(throws: HouseholdRefusal.mayNotBook) { try await town.say("", "17:00", of: tom, by: town.family) }
        await #expect(throws: HouseholdRefusal.mayNotBook) { try await town.say("", "17:00", on: slot, by: town.family) }
    }

    @Test(arguments: [CustodyView.whole, .own])
    func `each home of a child says its own days`(_ view: CustodyView) async throws {
        let town = try await TimedTown(custodyView: view)
        let father = try await town.town.secondHousehold("Petit", of: [town.tom.id])
        let (mine, his) = (try town.household(town.family), try town.household(father))
        let slot = try town.slot(town.tom)
        try await town.town.database.write { transaction in
            let calendar = CustodyCalendar(evenWeeks: his, oddWeeks: mine, changeDay: .monday, firstHalfInEvenYears: nil)
            try CustodyStore(transaction).put(calendar, of: town.tom.id)
        }
        try await town.say("", "17:00", of: town.tom, by: town.family)
        try await town.say("", "18:00", of: town.tom, by: father)
        // The mother has booked the Wednesday.
        let list = try RollCallService(try town.town.portal(at: TimedTown.now), town.catalogue)
            .list(of: "mercredis", unit: nil, on: town.date, for: town.agent)
        #expect(list?.children.first { $0.child.id == town.tom.id }?.times == (try times(nil, "17:00")))
        switch view {
        case .whole:
            await #expect(throws: ExpectedTimeRefusal.otherHome(town.date)) { try await town.say("", "16:00", on: slot, by: father) }
        case .own:
            await #expect(throws: HouseholdRefusal.unknown) { try await town.say("", "16:00", on: slot, by: father) }
        }
        try await town.say("", "16:00", on: slot, by: town.family)
    }
}
