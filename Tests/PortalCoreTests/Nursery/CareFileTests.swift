import Testing

@testable import PortalCore

/// The files of all of a nursery's contracts, read together, against each one's own.
struct CareFileTests {
    @Test func `a nursery's files read together are those of its contracts one by one`() async throws {
        let home = try await NurseryTown(leave: 20)
        let other = try await home.town.family("Martin", children: ["Ali"])
        let zoe = try await home.contract(leave: 20)
        let desk = try home.desk("2026-08-20T10:00:00+02:00")
        let (child, household) = (other.children[0].id, other.families[0].household.id)
        let signed = try await desk.sign(home.form(from: "2026-10-01", leave: 20), of: child, by: household, member: home.member) { _ in nil }
        let ali = try #require(signed)
        let service = try home.service("2026-10-20T10:00:00+02:00")
        for (number, form) in [("2026-11-18", "2026-11-20"), ("2026-12-02", "")].enumerated() {
            let leave = LeaveForm(firstDay: form.0, lastDay: form.1)
            #expect(try await service.announce(leave, for: zoe, key: key(number), by: home.family, link: nil) != nil)
        }
        let monday = try day("2026-11-02")
        for (number, contract) in [zoe, ali].enumerated() {
            let arrival = RollCallAct.present(since: CivilTime(clock: "08:20"))
            #expect(try await home.call(contract, arrival, 700 + number, on: monday, at: "2026-11-02T08:30:00+01:00") == [.recorded])
        }

        let days = try day("2026-11-01")...day("2026-11-30")
        let nursery = try home.nursery
        try home.town.database.read { transaction in
            let files = CareFileStore(transaction, home.town.catalogue)
            let together = try files.files(at: nursery, days)
            #expect(together.map(\.contract.child.firstName) == ["Ali", "Zoé"])
            let opening = OpeningDays(of: nursery, in: home.town.catalogue.calendar)
            #expect(together.map(\.leaves.count) == [0, 2])
            #expect(together.allSatisfy { $0.day(monday, opening: opening)?.stay?.isPresent == true })
            for file in together {
                let alone = try #require(try files.file(file.contract.id, days))
                #expect(file.contract == alone.contract && file.leaves == alone.leaves)
                #expect(days.map { file.day($0, opening: opening) } == days.map { alone.day($0, opening: opening) })
            }
            #expect(try files.files(at: nursery, day("2026-09-01")...day("2026-09-30")).map(\.contract.id) == [zoe])
        }
    }
}
