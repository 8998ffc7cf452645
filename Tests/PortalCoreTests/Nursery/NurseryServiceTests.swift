import Testing

@testable import PortalCore

/// Contracts and leave, on a database.
struct NurseryServiceTests {
    private static let now = "2026-11-03T09:00:00+01:00"

    private func leave(_ first: String, _ last: String = "") -> LeaveForm { LeaveForm(firstDay: first, lastDay: last) }

    @Test func `a month counts the contract's hours less the public holidays and the town's closures`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        // November 2026: 17 days of 8 h 30; Wednesday 11 is a holiday, on Wednesday 25 the town is on strike.
        let month = try home.month(id, "2026-11")
        #expect(month.days.count == 17)
        #expect((month.contractMinutes, month.closedMinutes, month.dueMinutes) == (8670, 1020, 7650))
        #expect(try home.month(id, "2026-08").days.isEmpty)
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act = 'careContract.signed'") == 1)
        #expect(try home.town.count("SELECT count(*) FROM outbox") == 1)
    }

    @Test func `an amendment changes the hours from its day on, odd weeks apart, and an end stops them`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let desk = try home.desk(Self.now)
        let odd = ["alternance": "oui", "impaires-mardi-arrivee": "09:00", "impaires-mardi-depart": "12:00"]
        #expect(try await desk.amend(id, home.form(from: "2026-11-16", changing: odd), by: home.member, link: nil))
        // Weeks 47 (odd, Tuesday only), 48 (even), and Monday 30 of week 49 (odd: nothing).
        #expect(try home.month(id, "2026-11").days.filter { $0.date.day >= 16 }.map(\.date.day) == [17, 23, 25, 26, 27])
        #expect(try home.month(id, "2026-11").days.filter { $0.date.day < 16 }.count == 8)
        #expect(try await desk.end(id, CareForm(["au": "2026-11-24"]), by: home.member, link: nil))
        #expect(try home.month(id, "2026-11").days.map(\.date.day).last == 23)
        await #expect(throws: FieldErrors.self) { try await desk.end(id, CareForm(["au": "2026-08-01"]), by: home.member, link: nil) }
        await #expect(throws: FieldErrors.self) { try await desk.amend(id, home.form(from: "2026-12-01"), by: home.member, link: nil) }
    }

    @Test func `a child has one contract at a time, with hours on the quarter, on days on which the nursery opens`() async throws {
        let home = try await NurseryTown()
        _ = try await home.contract()
        let wrong: [[String: String]] = [
            [:], ["lundi-depart": ""], ["lundi-depart": "08:00"], ["lundi-depart": "17:05"], ["samedi-arrivee": "09:00", "samedi-depart": "10:00"],
            ["conges": "-1"], ["du": "hier"], ["structure": "mercredis"], ["au": "2026-01-01"],
        ]
        for values in wrong {
            await #expect(throws: FieldErrors.self, "\(values)") {
                try await home.desk(Self.now).sign(
                    home.form(from: "2027-01-04", changing: values),
                    of: home.family.children[0].id,
                    by: home.family.families[0].household.id,
                    member: home.member
                ) { _ in nil }
            }
        }
    }

    @Test func `leave in time is taken off within the allowance, beyond it and too late it stays charged`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let service = try home.service(Self.now)
        let review = try #require(try service.review(leave("2026-11-18", "2026-12-02"), for: id, by: home.family))
        // 18 November is the first day that is 15 days away. Wednesday 25 is closed, Tuesdays are free.
        #expect(review.isInTime && review.lines.map(\.date.day) == [18, 19, 20, 23, 26, 27, 30, 2])
        #expect(
            review.lines.map(\.charge) == [.deducted, .deducted, .deducted, .deducted, .deducted, .overAllowance, .overAllowance, .overAllowance]
        )
        #expect(review.remaining.map(\.remaining) == [0])
        let announced = try await service.announce(leave("2026-11-18", "2026-12-02"), for: id, key: key(1), by: home.family, link: nil)
        #expect(try await service.announce(leave("2026-11-18", "2026-12-02"), for: id, key: key(1), by: home.family, link: nil) == announced)
        #expect(try home.month(id, "2026-11").leaveMinutes == 5 * 510)
        #expect(try home.month(id, "2026-12").leaveMinutes == 0)
        // The same days again, or a past or unknown day.
        for form in [
            leave("2026-11-19"), leave("2026-11-03"), leave("2026-11-10"), leave(""), leave("2026-12-02", "2026-11-02"), leave("2026-11-25"),
        ] {
            await #expect(throws: FieldErrors.self, "\(form)") { try await service.announce(form, for: id, key: key(2), by: home.family, link: nil) }
        }
        let late = try #require(try service.review(leave("2026-11-16", "2026-11-17"), for: id, by: home.family))
        #expect(!late.isInTime && late.lines.map(\.charge) == [.late])
        #expect(
            plainSpaces(late.french).contains("au plus tard le dimanche 1 novembre 2026") || plainSpaces(late.french).contains("1er novembre 2026")
        )
        #expect(try home.town.count("SELECT count(*) FROM audit WHERE act = 'familyLeave.announced'") == 1)
    }

    @Test func `a leave is taken back until its notice begins, and frees its days and the allowance`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        let service = try home.service(Self.now)
        let first = try #require(try await service.announce(leave("2026-11-20"), for: id, key: key(1), by: home.family, link: nil))
        #expect(try await service.withdraw(first, of: id, by: home.family))
        #expect(try home.month(id, "2026-11").leaveMinutes == 0)
        let again = try #require(try await service.announce(leave("2026-11-20"), for: id, key: key(2), by: home.family, link: nil))
        await #expect(throws: LeaveRefusal.settled(try day("2026-11-05"))) {
            try await home.service("2026-11-06T09:00:00+01:00").withdraw(again, of: id, by: home.family)
        }
        await #expect(throws: LeaveRefusal.begun) { try await home.service("2026-11-20T07:00:00+01:00").withdraw(again, of: id, by: home.family) }
        let stranger = try await home.town.family("Martin", children: ["Ali"])
        #expect(try await service.withdraw(again, of: id, by: stranger) == false)
        let november = try #require(Month(iso: "2026-11"))
        #expect(try service.file(id, of: stranger, in: november).map(\.contract.id) == nil)
        #expect(try await service.announce(leave("2026-12-01"), for: id, key: key(3), by: stranger, link: nil) == nil)
        #expect(try service.files(of: stranger, in: november).isEmpty)
    }

    @Test func `where the service answers, nothing is taken off before, a late leave may be, and a refused one stays charged`() async throws {
        let home = try await NurseryTown(.service)
        let id = try await home.contract()
        let service = try home.service(Self.now)
        let desk = try home.desk(Self.now)
        let late = try #require(try await service.announce(leave("2026-11-05", "2026-11-06"), for: id, key: key(1), by: home.family, link: nil))
        let other = try #require(try await service.announce(leave("2026-11-19"), for: id, key: key(2), by: home.family, link: nil))
        #expect(try home.month(id, "2026-11").leaveMinutes == 0)
        #expect(try desk.asked(for: home.member).map(\.leave.id) == [late, other])
        await #expect(throws: FieldErrors.self) { try await desk.judge(other, accepting: false, note: " ", by: home.member) { _ in nil } }
        #expect(try await desk.judge(late, accepting: true, note: "", by: home.member) { _ in nil })
        #expect(try await desk.judge(other, accepting: false, note: "Trop de demandes", by: home.member) { _ in nil })
        #expect(try await desk.judge(other, accepting: true, note: "", by: home.member) { _ in nil })
        #expect(try home.month(id, "2026-11").leaveMinutes == 2 * 510)
        let november = try #require(Month(iso: "2026-11"))
        let leaves = try #require(try service.file(id, of: home.family, in: november)).leaves
        #expect(leaves.map(\.state) == [.refused, .accepted] && leaves[0].days.map(\.charge) == [.refused])
        #expect(try desk.askedCount() == 0)
        // The contract, two announcements, two answers.
        #expect(try home.town.count("SELECT count(*) FROM outbox") == 5)
        let monday = try day("2026-11-02")
        let week = try desk.daysOff(in: home.nursery, week: monday.week)
        #expect(week.map(\.expected) == [1, 0, 1, 0, 0] && week.map(\.free.count) == [0, 0, 0, 1, 1])
    }

    @Test func `the agenda has the contract's days, without those on leave`() async throws {
        let home = try await NurseryTown()
        let id = try await home.contract()
        _ = try await home.service(Self.now).announce(leave("2026-11-19"), for: id, key: key(1), by: home.family, link: nil)
        let agenda = AgendaService(try home.town.portal(at: Self.now), home.town.catalogue)
        let child = home.family.children[0].id
        let entries = try #require(try agenda.agendas(from: day("2026-11-09"), days: 14, for: home.family)[child])
        #expect(entries.map(\.date.day) == [9, 12, 13, 16, 18, 20] && entries.allSatisfy { $0.state == .reserved && $0.unit == nil })
        #expect(try agenda.agenda(of: child, from: day("2026-11-09"), days: 14, for: home.member) == entries)
        #expect(try agenda.agenda(of: child, from: day("2026-11-09"), days: 14, for: home.family) == entries)
    }
}
