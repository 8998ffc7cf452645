import PortalCore
import Testing

struct PlanningMonthTests {
    @Test func `a month shows each child's units on the days that concern it`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let planning = try town.bookings(at: "2026-10-01T10:00:00+02:00").planning(try month("2026-11"), of: family)

        #expect(planning.children.map(\.firstName) == ["Léa", "Tom"])
        #expect(planning.children[0].activities.map(\.name) == ["Mercredis", "Cantine", "Vacances"])
        #expect(planning.children[0].activities[0].units.map(\.label) == ["Journée", "Matin"])
        #expect(planning.weeks.map(\.monday.iso) == ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23", "2026-11-30"])
        #expect(planning.weeks.flatMap(\.days).map(\.date) == (try day("2026-10-26")...day("2026-12-06")).map(\.self))

        let notes = planning.weeks.flatMap(\.days).compactMap { day in day.note.map { "\(day.date.day) \($0)" } }
        #expect(notes == (26...31).map { "\($0) Vacances de la Toussaint" } + ["1 Toussaint", "11 Armistice 1918", "25 grève du personnel"])
        let wednesday = try #require(planning.day("2026-11-04"))
        #expect(wednesday.children.map { $0.cells.map(\.slot.unit.rawValue) } == [[1, 2], [1, 2]])
        #expect(wednesday.limits.map { plainSpaces($0.sentence) } == ["Modifiable jusqu'au mercredi 28 octobre 2026 à 23 h 59"])
        #expect(wednesday.limits.map(\.activities) == [["Mercredis"]])
        #expect(try #require(planning.day("2026-11-07")).children.isEmpty)
        let closed = try #require(planning.day("2026-11-25")?.children.first?.cells.map(\.state))
        #expect(closed == [.closed("grève du personnel"), .closed("grève du personnel")])
        #expect(planning.day("2026-11-25")?.limits == [])
    }

    @Test func `a child with nothing in the month is named apart, and a month with nobody is empty`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        try await town.database.write { try $0.execute("DELETE FROM enrolments WHERE child_id = $1", family.children[1].id) }
        let bookings = try town.bookings(at: "2026-10-01T10:00:00+02:00")
        let november = try bookings.planning(try month("2026-11"), of: family)
        #expect(november.children.map(\.firstName) == ["Léa"] && november.idleChildren == ["Tom"] && !november.isEmpty)
        let later = try bookings.planning(try month("2028-11"), of: family)
        #expect(later.idleChildren == ["Léa", "Tom"] && later.isEmpty)
    }

    @Test func `each cell says what may be done with it`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa"])
        let stranger = try await town.family("Martin", children: ["Hugo"])
        let lea = family.children[0].id
        let early = try town.bookings(at: "2026-09-01T10:00:00+02:00")
        try await early.confirm([add(lea, 1, "2026-11-04"), add(lea, 1, "2026-11-18"), add(lea, 3, "2026-11-05")], key: key(1), by: family)
        try await early.confirm([add(stranger.children[0].id, 4, "2026-10-20")], key: key(1), by: stranger)
        try await early.confirm((7...8).map { add(stranger.children[0].id, 1, "2026-10-0\($0)") }, key: key(2), by: stranger)

        let rows: [(String, Int64, String, PlanningState?)] = [
            ("2026-10-28T23:59:59+01:00", 1, "2026-11-04", .booked(asAbsence: false)),
            ("2026-10-29T00:00:00+01:00", 1, "2026-11-04", .locked(booked: true)),
            ("2026-10-29T00:00:00+01:00", 2, "2026-11-04", .locked(booked: false)),
            ("2026-10-29T00:00:00+01:00", 1, "2026-11-18", .booked(asAbsence: false)),
            ("2026-10-29T00:00:00+01:00", 2, "2026-11-18", .free(placesLeft: nil)),
            ("2026-11-03T12:00:00+01:00", 3, "2026-11-05", .booked(asAbsence: false)),
            ("2026-11-03T12:00:01+01:00", 3, "2026-11-05", .booked(asAbsence: true)),
            ("2026-11-05T13:30:00+01:00", 3, "2026-11-05", .locked(booked: true)),
            ("2026-11-04T12:00:00+01:00", 3, "2026-11-06", .free(placesLeft: nil)),
            ("2026-11-04T12:00:01+01:00", 3, "2026-11-06", .late(surcharge: Cents(105))),
            ("2026-11-05T12:00:01+01:00", 3, "2026-11-06", .locked(booked: false)),
            ("2026-09-01T10:00:00+02:00", 4, "2026-10-20", .full),
            ("2026-09-01T10:00:00+02:00", 4, "2026-10-21", .free(placesLeft: 1)),
            ("2026-09-21T23:59:59+02:00", 4, "2026-10-23", .free(placesLeft: 1)),
            ("2026-09-22T00:00:00+02:00", 4, "2026-10-19", .askable),
            ("2026-09-22T00:00:00+02:00", 4, "2026-10-26", .free(placesLeft: 1)),
            ("2026-09-01T10:00:00+02:00", 1, "2026-11-11", .closed("jour férié (Armistice 1918)")),
            ("2026-09-01T10:00:00+02:00", 1, "2026-11-05", nil),
            ("2026-09-01T10:00:00+02:00", 1, "2026-10-21", nil),
        ]
        for (now, unit, date, expected) in rows {
            let slot = BookingSlot(child: lea, unit: Identifier(unit), date: try day(date))
            let planning = try town.bookings(at: now).planning(Month(containing: slot.date), of: family)
            #expect(planning.state(of: slot).map(plain) == expected, "\(now) \(unit) \(date)")
        }
    }

    @Test func `what a cell promises is what the review answers`() async throws {
        let town = try await BookingTown.open()
        let family = try await town.family("Dupont", children: ["Léa", "Tom"])
        let other = try await town.secondHousehold("Martin", of: [family.children[0].id])
        let early = try town.bookings(at: "2026-09-01T10:00:00+02:00")
        for (number, iso) in ["2026-10", "2026-11", "2026-12"].enumerated() {
            let cells = try early.planning(try month(iso), of: family).cells.filter { ($0.slot.date.dayNumber + Int($0.slot.unit.rawValue)) % 3 == 0 }
            let parents = number == 1 ? other : family
            try await early.confirm(cells.map { BookingChange(.add, $0.slot) }, key: key(number), by: parents)
        }
        for now in ["2026-09-15T09:00:00+02:00", "2026-10-19T12:00:00+02:00", "2026-11-03T12:00:01+01:00", "2026-12-31T23:00:00+01:00"] {
            let bookings = try town.bookings(at: now)
            for iso in ["2026-10", "2026-11", "2026-12"] {
                for cell in try bookings.planning(try month(iso), of: family).cells {
                    let change = BookingChange(cell.isBooked ? .cancel : .add, cell.slot)
                    let outcome = try #require(try bookings.review([change], by: family).lines.first?.outcome)
                    if outcome.isAccepted != cell.mayChange { Issue.record("\(now) \(change.text): \(cell.state) but \(outcome)") }
                }
            }
        }
    }

    /// Sentences with ordinary spaces.
    private func plain(_ state: PlanningState) -> PlanningState {
        if case .closed(let reason) = state { .closed(plainSpaces(reason)) } else { state }
    }
}

func month(_ iso: String) throws -> Month { try #require(Month(iso: iso)) }

extension PlanningMonth {
    var cells: [PlanningCell] { weeks.flatMap(\.days).flatMap(\.children).flatMap(\.cells) }

    func day(_ iso: String) -> PlanningDay? { weeks.flatMap(\.days).first { $0.date.iso == iso } }
}
