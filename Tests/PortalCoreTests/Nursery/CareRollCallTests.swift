import Testing

@testable import PortalCore

/// Children under contract on the roll call, on a database. The contract has Monday and Wednesday to Friday, half past eight to five.
struct CareRollCallTests {
    private static let monday = "2026-11-02"
    private static let evening = "2026-11-02T18:00:00+01:00"

    private func present(_ time: String) -> RollCallAct { .present(since: CivilTime(clock: time)) }

    private func child(_ home: NurseryTown, _ date: CivilDate, at now: String = CareRollCallTests.evening) throws -> RollCallChild? {
        try home.calls(now).list(of: "creche", unit: nil, on: date, for: home.member)?.children.first { $0.care != nil }
    }

    @Test func `a list has who is booked and who comes under contract, with the hours of the day`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let other = try await home.town.family("Martin", children: ["Ali"])
        try await home.town.bookings(at: "2026-10-01T10:00:00+02:00").confirm([add(other.children[0].id, 70, Self.monday)], key: key(900), by: other)
        let monday = try day(Self.monday)
        let list = try #require(try home.calls(Self.evening).list(of: "creche", unit: nil, on: monday, for: home.member))
        #expect(list.children.map(\.child.firstName) == ["Ali", "Zoé"] && list.uncalled.count == 2)
        let zoe = list.children[1]
        #expect(zoe.care?.span == CareSpan(notation: "08:30-17:00") && zoe.people.map(\.name) == ["Marie Dupont"])
        #expect(list.subject(of: zoe) == .care(CareSlot(contract: id, date: monday)))
        // Nothing is agreed for Tuesdays, and the nursery is closed on the holiday.
        for date in ["2026-11-03", "2026-11-11"] { #expect(try child(home, day(date)) == nil, "\(date)") }
    }

    @Test func `taps write the stay to the minute, count once, and count by their moments`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let monday = try day(Self.monday)
        let arrival = try home.tap(1, id, present("08:20"), on: monday, at: "2026-11-02T08:20:00+01:00")
        let departure = try home.tap(2, id, .departure(CivilTime(clock: "17:05")), on: monday, at: "2026-11-02T17:05:00+01:00")
        let calls = try home.calls(Self.evening)
        // Another tablet's departure arrives before the arrival, which had no connection.
        #expect(try await calls.record([departure], by: home.member) == [.recorded])
        #expect(try home.month(id, "2026-11").days.first?.stay?.isPresent == true)
        #expect(try await calls.record([arrival, departure], by: home.member) == [.recorded, .known])
        let found = try #require(try child(home, monday))
        #expect(found.mark == home.mark("08:20", "17:05") && found.calledBy == "Nadia Benali" && found.care?.overrunMinutes == 60)
        #expect(try home.month(id, "2026-11").days.first.map { [$0.stayMinutes, $0.overrunMinutes] } == [525, 60])
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act = 'attendance.called'") == 2)
        // A second arrival changes nothing, and taking back asks again.
        #expect(try await home.call(id, present("08:40"), 3, on: monday, at: "2026-11-02T08:40:00+01:00") == [.recorded])
        #expect(try child(home, monday)?.mark.arrivedAt == CivilTime(clock: "08:20"))
        #expect(try await home.call(id, .takeBack, 4, on: monday, at: "2026-11-02T17:30:00+01:00") == [.recorded])
        #expect(try child(home, monday)?.isUncalled == true && home.month(id, "2026-11").stayMinutes == 0)
    }

    @Test func `hours are never missing, and who comes on another day is beyond the contract`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let (monday, tuesday) = (try day(Self.monday), try day("2026-11-03"))
        #expect(try await home.call(id, .present(since: nil), on: monday, at: Self.evening) == [.refused(.timeMissing)])
        #expect(try await home.call(id, .correction(home.mark("17:00", "08:00")), on: monday, at: Self.evening) == [.refused(.timesCrossed)])
        #expect(try await home.call(id, .absent, on: tuesday, at: "2026-11-03T12:00:00+01:00") == [.refused(.notExpected)])
        #expect(try await home.call(id, present("09:00"), on: day("2026-11-04"), at: Self.evening) == [.refused(.future(day("2026-11-04")))])
        #expect(try await home.call(Identifier(99), .absent, on: monday, at: Self.evening) == [.refused(.unknown)])
        let found = try await home.calls(Self.evening).newcomers(
            named: try #require(FamilySearch("zoé")),
            to: try #require(try home.calls(Self.evening).list(of: "creche", unit: nil, on: tuesday, for: home.member))
        )
        #expect(found.map(\.subject) == [.care(CareSlot(contract: id, date: tuesday))])
        #expect(try await home.call(id, .correction(home.mark("09:00", "11:10")), on: tuesday, at: "2026-11-03T12:00:00+01:00") == [.recorded])
        #expect(try child(home, tuesday)?.isUnexpected == true && home.month(id, "2026-11").overrunMinutes == 150)
        let elsewhere = StaffMember(
            id: home.member.id,
            login: "autre",
            firstName: "Ana",
            lastName: "Roy",
            role: .facilityLeader,
            scope: .places(["Ailleurs"]),
            previousLoginAt: nil
        )
        let calls = try home.calls(Self.evening)
        #expect(try await calls.record([home.tap(9, id, .absent, on: monday, at: Self.evening)], by: elsewhere) == [.refused(.unknown)])
        #expect(try calls.list(about: .care(CareSlot(contract: id, date: monday)), for: elsewhere) == nil)
    }

    @Test func `what a family told comes back when a mark is taken back, and a correction decides on the hours`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let wednesday = try day("2026-11-04")
        let noon = "2026-11-04T12:00:00+01:00"
        let absences = AbsenceService(try home.town.portal(at: "2026-11-03T09:00:00+01:00"), home.town.catalogue, hasAntivirus: false)
        let zoe = String(home.family.children[0].id.rawValue)
        let told = AbsenceForm(children: [zoe], firstDay: "2026-11-04", lastDay: "", activities: [], reason: "Maladie")
        _ = try await absences.report(told, certificate: [], key: key(800), by: home.family)
        #expect(try child(home, wednesday, at: noon)?.isReportedAbsent == true)
        #expect(try await home.call(id, present("09:00"), 1, on: wednesday, at: noon) == [.recorded])
        #expect(try home.month(id, "2026-11").days[1].state == .expected)
        #expect(try await home.call(id, .takeBack, 2, on: wednesday, at: noon) == [.recorded])
        #expect(try home.month(id, "2026-11").days[1].state == .absent(.charged, "Maladie"))
        let excused = AbsenceHours(.excused, reason: "Certificat")
        let absent = RollCallAct.correction(AttendanceMark(.absent))
        #expect(try await home.call(id, absent, 3, on: wednesday, at: noon, hours: excused) == [.recorded])
        #expect(try home.month(id, "2026-11").excusedMinutes == 510)
        #expect(try await home.call(id, .correction(AttendanceMark()), 4, on: wednesday, at: noon, hours: excused) == [.recorded])
        #expect(try home.month(id, "2026-11").days[1].state == .absent(.charged, "Maladie"))
    }

    @Test func `closing notes absences under contract too, a closed day takes a reason, and open days are listed`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let monday = try day(Self.monday)
        let calls = try home.calls(Self.evening)
        let later = try home.calls("2026-11-05T09:00:00+01:00")
        #expect(try later.uncalledDays(back: 3, for: home.member).filter { $0.activity.code == "creche" }.map(\.date.day) == [2, 4])
        #expect(try calls.closing(of: "creche", on: monday, for: home.member)?.uncalled.map(\.child.firstName) == ["Zoé"])
        await #expect(throws: RollCallRefusal.uncalled(1)) { try await calls.close("creche", on: monday, notingAbsences: false, by: home.member) }
        try await calls.close("creche", on: monday, notingAbsences: true, by: home.member)
        #expect(try home.month(id, "2026-11").days.first?.state == .absent(.charged, ""))
        #expect(try later.uncalledDays(back: 3, for: home.member).filter { $0.activity.code == "creche" }.map(\.date.day) == [4])
        let correction = try home.tap(1, id, .correction(home.mark("08:30", "17:00")), on: monday, at: "2026-11-03T09:00:00+01:00")
        let next = try home.calls("2026-11-03T09:00:00+01:00")
        #expect(try await next.record([correction], by: home.member) == [.refused(.closed(monday))])
        #expect(try await next.record([correction], by: home.member, reason: "oubli") == [.recorded])
        #expect(try home.month(id, "2026-11").stayMinutes == 510)
        let details = try home.town.database.read {
            try $0.query("SELECT detail FROM audit WHERE act = 'attendance.corrected'") { plainSpaces(try $0[0] as String) }
        }
        #expect(details == ["contrat \(id.rawValue), 2026-11-02 : absent → présent, arrivé à 8 h 30, parti à 17 h 00 ; oubli"])
        try await next.reopen("creche", on: monday, reason: "essai", by: home.member)
        #expect(try home.month(id, "2026-11").stayMinutes == 510)
        try await home.town.database.write { try BillingLockStore($0).insert(monday...monday, by: home.member.id, at: Instant(seconds: 0)) }
        #expect(try await next.record([home.tap(2, id, .takeBack, on: monday, at: Self.evening)], by: home.member) == [.refused(.locked(monday))])
    }

    @Test func `reopening gives back who the closing had noted absent`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let monday = try day(Self.monday)
        let calls = try home.calls(Self.evening)
        try await calls.close("creche", on: monday, notingAbsences: true, by: home.member)
        try await calls.reopen("creche", on: monday, reason: "trop tôt", by: home.member)
        #expect(try child(home, monday)?.isUncalled == true && home.month(id, "2026-11").days.first?.state == .expected)
    }
}
