import Testing

@testable import PortalCore

/// A town with a nursery, a baby and its parent, and somebody of the staff.
struct NurseryTown {
    let town: BookingTown
    let family: HouseholdAccess
    let member: StaffMember

    var nursery: Activity { get throws { try #require(town.catalogue.activity(code: "creche")) } }

    init(
        _ decision: LeaveDecision = .rule,
        leave: Int = 5,
        absences: AbsencePolicy? = nil,
        on database: (any Database)? = nil
    ) async throws {
        let base = try PortalCatalogue.bookingTown()
        var nursery = Activity(
            id: Identifier(7),
            code: "creche",
            name: "Crèche",
            kind: .nursery,
            place: "Crèche",
            description: "",
            opening: OpeningPattern(weekdays: [.monday, .tuesday, .wednesday, .thursday, .friday], period: .always, sessions: .none),
            rules: try Activity.canteen().rules,
            units: [
                BookableUnit(
                    id: Identifier(70),
                    code: "matin",
                    name: "Matin",
                    startsAt: try #require(CivilTime(clock: "08:00")),
                    endsAt: try #require(CivilTime(clock: "12:00")),
                    price: Cents(760),
                    counters: [PlaceCounter(id: Identifier(70), code: "matin")]
                )
            ],
            groups: [ActivityGroup(id: Identifier(7), code: "bebes", name: "Bébés", ages: 0...3, capacity: 10)],
            writtenSessions: []
        )
        nursery.absences = absences
        nursery.nursery = NurseryPolicy(notice: .days(15), decision: decision, usualLeave: leave, overrun: .halfHour)
        town = try await BookingTown.open(
            on: database ?? temporaryDatabase(),
            with: PortalCatalogue(settings: base.settings, closures: base.closures, activities: base.activities + [nursery])
        )
        family = try await town.family("Dupont", children: ["Zoé"])
        let login = try #require(Login("creche"))
        let id = try await town.database.write {
            try StaffStore($0).insert(login: login, passwordHash: "", firstName: "Nadia", lastName: "Benali", role: .serviceDesk)
        }
        member = StaffMember(
            id: id,
            login: "creche",
            firstName: "Nadia",
            lastName: "Benali",
            role: .serviceDesk,
            scope: .everywhere,
            previousLoginAt: nil
        )
    }

    func desk(_ now: String) throws -> NurseryDesk { NurseryDesk(try town.portal(at: now), town.catalogue) }
    func service(_ now: String) throws -> NurseryService { NurseryService(try town.portal(at: now), town.catalogue) }

    /// Monday to Friday from half past eight to five, but Tuesday.
    func form(from first: String, leave: Int = 5, changing values: [String: String] = [:]) -> CareForm {
        var all = ["structure": "creche", "du": first, "conges": String(leave)]
        for weekday in ["lundi", "mercredi", "jeudi", "vendredi"] {
            all["\(weekday)-arrivee"] = "08:30"
            all["\(weekday)-depart"] = "17:00"
        }
        return CareForm(all.merging(values) { $1 })
    }

    /// A contract from the first of September.
    func contract(leave: Int = 5) async throws -> Identifier<CareContract> {
        try #require(
            try await desk("2026-08-20T10:00:00+02:00").sign(
                form(from: "2026-09-01", leave: leave),
                of: family.children[0].id,
                by: family.families[0].household.id,
                member: member
            ) { _ in nil }
        )
    }

    func calls(_ now: String) throws -> RollCallService { RollCallService(try town.portal(at: now), town.catalogue) }

    /// A tap about a contract's day, made and received at a moment.
    func tap(
        _ number: Int,
        _ id: Identifier<CareContract>,
        _ act: RollCallAct,
        on date: CivilDate,
        at now: String
    ) throws -> RollCallEntry {
        let made = try #require(Instant(rfc3339: now))
        return RollCallEntry(key: try key(number), .care(CareSlot(contract: id, date: date)), act: act, moment: made.seconds * 1000)
    }

    func call(
        _ id: Identifier<CareContract>,
        _ act: RollCallAct,
        _ number: Int = 700,
        on date: CivilDate,
        at now: String,
        hours: AbsenceHours? = nil
    ) async throws -> [RollCallService.Answer] {
        try await calls(now).record([tap(number, id, act, on: date, at: now)], by: member, hours: hours)
    }

    /// There from one time to another.
    func mark(_ arrived: String, _ left: String) -> AttendanceMark {
        AttendanceMark(.present, arrivedAt: CivilTime(clock: arrived), leftAt: CivilTime(clock: left))
    }

    func month(_ id: Identifier<CareContract>, _ month: String) throws -> CareMonth {
        let month = try #require(Month(iso: month))
        let file = try #require(try service("2026-11-03T09:00:00+01:00").file(id, of: family, in: month))
        return file.month(month, in: town.catalogue.calendar)
    }
}
