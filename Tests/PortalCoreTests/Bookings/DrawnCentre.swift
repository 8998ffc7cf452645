import PortalCore

extension RuleDraw {
    /// A centre open on some weekdays, in a zone, with closures and bridges of the school year 2026-2027, all drawn; no deadline.
    mutating func centre(_ terms: BookingTerms, capacity: Int) throws -> PortalCatalogue {
        let holidays = try Activity.holidayCentre()
        let town = try PortalCatalogue.bookingTown()
        let weekdays: Set<Weekday> = chance() ? [.monday, .tuesday, .wednesday, .thursday, .friday] : [.monday, .tuesday, .thursday, .friday]
        let start = CivilDate(year: 2026, month: 9, dayAtMost: 1)
        let closures = (0..<number(0...12)).map { _ in
            let first = start.adding(days: number(0...300))
            return TownClosure(firstDay: first, lastDay: first.adding(days: number(0...4)), reason: "Pont")
        }
        let settings = PortalSettings(
            slug: "ville",
            name: "Ville",
            shortName: "Ville",
            portalName: "Espace famille",
            tagline: "",
            accent: town.settings.accent,
            schoolZone: SchoolZone.allCases[number(0...2)],
            alsaceMoselle: chance(),
            website: nil,
            texts: [],
            contacts: [],
            news: []
        )
        let activity = Activity(
            id: holidays.id,
            code: holidays.code,
            name: holidays.name,
            kind: holidays.kind,
            place: holidays.place,
            description: "",
            opening: OpeningPattern(weekdays: weekdays, period: chance() ? .always : .holidays, sessions: .perHolidayWeek),
            rules: BookingRules(adding: .none, cancellingOverride: nil, lateAdding: .refuse, lateCancelling: .refuse, source: ""),
            terms: terms,
            units: holidays.units,
            groups: [ActivityGroup(id: Identifier(1), code: "tous", name: "Tous", ages: 3...11, capacity: capacity)],
            writtenSessions: []
        )
        return PortalCatalogue(settings: settings, closures: closures, activities: [activity])
    }

    /// Some changes of some children's days among these, additions and cancellations mixed.
    mutating func changes(of children: [Identifier<Child>], units: [Int64], on days: [CivilDate], atMost most: Int) -> [BookingChange] {
        (0..<number(1...most)).map { _ in
            let slot = BookingSlot(
                child: children[number(0...children.count - 1)],
                unit: Identifier(units[number(0...units.count - 1)]),
                date: days[number(0...days.count - 1)]
            )
            return BookingChange(chance() || chance() ? .add : .cancel, slot)
        }
    }
}

extension BookingTown {
    /// What is booked, whoever did it.
    func bookedSlots() throws -> Set<BookingSlot> {
        let slots = try database.read { transaction in
            try transaction.query("SELECT child_id, unit_id, day FROM bookings WHERE state = $1", BookingState.reserved) {
                BookingSlot(child: try $0[0], unit: try $0[1], date: try $0[2])
            }
        }
        return Set(slots)
    }

    /// What the counters say is taken, by counter and day.
    func takenPlaces() throws -> [[Int]] {
        try database.read { transaction in
            try transaction.query("SELECT counter_id, day, taken FROM place_counters WHERE taken <> 0 ORDER BY counter_id, day") { row in
                let (counter, day, taken): (Int, CivilDate, Int) = (try row[0], try row[1], try row[2])
                return [counter, day.dayNumber, taken]
            }
        }
    }
}
