import PortalCore

/// Signs care contracts for some of the youngest children, lets families announce leave, notes who came on the days gone by and closes these.
struct DemoNursery {
    let portal: Portal
    let seed: UInt64

    /// Contracts of a nursery, at most.
    private static let contracts = 14

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }),
            let administrator = try portal.database.read({ try DemoStore($0).staff("admin") })
        else { return }
        let member = StaffMember(
            id: administrator,
            login: "admin",
            firstName: "",
            lastName: "",
            role: .administrator,
            scope: .everywhere,
            previousLoginAt: nil
        )
        for activity in catalogue.activities where activity.nursery != nil { try await fill(activity, catalogue, member) }
    }

    private func fill(_ activity: Activity, _ catalogue: PortalCatalogue, _ member: StaffMember) async throws {
        let (desk, service) = (NurseryDesk(portal, catalogue), NurseryService(portal, catalogue))
        let today = portal.clock.today
        try await portal.database.write { try DemoStore($0).insertBaby(born: today.adding(days: -500)) }
        let youngest = try portal.database.read { try DemoStore($0).youngest(bornAfter: today.adding(days: -3 * 365), limit: Self.contracts) }
        let start = SchoolYear(containing: today).firstDay
        for (index, child) in youngest.enumerated() {
            var random = DemoRandom(seed: seed, name: "\(activity.code) \(child.child.rawValue)")
            let form = CareForm(week(in: activity, from: start, &random))
            let signed = try await desk.sign(form, of: child.child, by: child.household, member: member) { _ in nil }
            guard let contract = signed, let access = try portal.database.read({ try HouseholdAccess(account: child.account, in: $0) }) else {
                continue
            }
            try await announce(for: contract, index, service, access)
            try await note(contract, from: start, desk, catalogue.calendar, member, random)
        }
        try await portal.database.write { try DemoStore($0).closeNurseryDays(of: activity.id, before: today, by: member.id) }
    }

    /// Hours on most of the days; every fourth child has other ones in odd weeks.
    private func week(in activity: Activity, from start: CivilDate, _ random: inout DemoRandom) -> [String: String] {
        var values = [
            CareForm.Field.nursery.rawValue: activity.code, CareForm.Field.firstDay.rawValue: start.iso,
            CareForm.Field.yearlyLeave.rawValue: String(activity.nursery?.usualLeave ?? 30),
        ]
        let (arrival, departure) = (random.pick(["07:45", "08:00", "08:30", "09:00"]), random.pick(["16:30", "17:00", "17:30", "18:00"]))
        let free = random.pick(Weekday.allCases.filter { $0 <= .friday })
        let alternates = random.chance(25)
        if alternates { values[CareForm.Field.differs.rawValue] = "oui" }
        for weekday in activity.opening.weekdays {
            for isOdd in [false, true] where weekday != free || (isOdd && alternates) {
                values[CareForm.HourField(weekday, isOdd: isOdd, isArrival: true).rawValue] = arrival
                values[CareForm.HourField(weekday, isOdd: isOdd, isArrival: false).rawValue] = weekday == .wednesday ? "16:30" : departure
            }
        }
        return values
    }

    /// Some families are away around Christmas, some for a few days soon.
    private func announce(
        for contract: Identifier<CareContract>,
        _ index: Int,
        _ service: NurseryService,
        _ access: HouseholdAccess
    ) async throws {
        let today = portal.clock.today
        let soon = today.adding(days: 10 + index).mondayOfWeek
        let spans = [(soon.adding(days: 28), 4), (soon.adding(days: 7), 2), (today.adding(days: 3), 1)]
        for (number, span) in spans.enumerated() where (index + number).isMultiple(of: 3) {
            guard let key = IdempotencyKey("demonstration-conges-\(contract.rawValue)-\(number)") else { continue }
            let form = LeaveForm(firstDay: span.0.iso, lastDay: span.0.adding(days: span.1).iso)
            do {
                _ = try await service.announce(form, for: contract, key: key, by: access, link: nil)
            } catch is FieldErrors {
                // Nothing is agreed on these days: this family stays.
            }
        }
    }

    /// Who came since the contract began, and for how long: now and then a child is ill.
    private func note(
        _ contract: Identifier<CareContract>,
        from first: CivilDate,
        _ desk: NurseryDesk,
        _ calendar: SchoolCalendar,
        _ member: StaffMember,
        _ random: DemoRandom
    ) async throws {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        var days: [CareDay] = []
        var month = Month(containing: first)
        while month <= Month(containing: today) {
            days += try desk.file(contract, in: month, for: member)?.month(month, in: calendar).days ?? []
            month = month.next
        }
        let past = days.filter { $0.date < today && $0.isExpected }
        try await portal.database.write { transaction in
            let store = DemoStore(transaction)
            var random = random
            for day in past {
                guard let span = day.span else { continue }
                let arrived = CivilTime(minutes: span.arrival.minutes + random.number(-3...12)) ?? span.arrival
                let departed = CivilTime(minutes: span.departure.minutes + random.number(-25...6)) ?? span.departure
                let isIll = random.chance(4)
                try store.insertStay(of: contract, on: day.date, times: isIll ? nil : (arrived, departed), by: member.id, at: now)
            }
        }
    }
}
