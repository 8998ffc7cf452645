import Testing

@testable import PortalCore

/// Swapping days of custody between two homes.
@Suite struct CustodyWishTests {
    private let now = "2026-10-26T09:00:00+01:00"

    /// Two homes of one child; the first has the even weeks, from Monday.
    private func town() async throws -> (town: BookingTown, anne: HouseholdAccess, paul: HouseholdAccess, child: Identifier<Child>) {
        let town = try await BookingTown.open()
        let anne = try await town.family("dupont", children: ["Léa"])
        let child = try #require(anne.children.first).id
        let paul = try await town.secondHousehold("martin", of: [child])
        let homes = try [anne, paul].map { try #require($0.families.first).household.id }
        let calendar = CustodyCalendar(evenWeeks: homes[0], oddWeeks: homes[1], changeDay: .monday, firstHalfInEvenYears: nil)
        try await town.database.write { try CustodyStore($0).put(calendar, of: child) }
        return (town, anne, paul, child)
    }

    private func form(_ first: String, _ last: String, _ home: String = "moi", _ message: String = "") -> CustodyWishForm {
        let values = [CustodyWishForm.Field.firstDay: first, .lastDay: last, .home: home, .message: message]
        return CustodyWishForm { values[$0] ?? "" }
    }

    @Test func `the other home agrees, the calendar follows, and each sees no more than its own side`() async throws {
        let (town, anne, paul, child) = try await town()
        let service = CustodyWishService(try town.portal(at: now))
        let school = SchoolCalendar(zone: .b)
        // Week 45 is odd: Paul's.
        let day = try day("2026-11-04")
        try await service.ask(form("2026-11-04", "2026-11-05", "moi", "Anniversaire"), for: child, by: anne.account)
        let seen = try #require(try service.custody(of: child, for: paul))
        let wish = try #require(seen.wishes.first)
        #expect(seen.isHome(on: day, in: school) && !seen.isForOwnHome(wish) && !seen.isReaders(wish) && wish.askedByName == "Marie dupont")
        // Who asked does not agree with itself, and strangers know of nothing.
        await #expect(throws: HouseholdRefusal.unknown) { try await service.answer(wish.id, of: child, with: .agreed, by: anne.account) }
        let stranger = try await town.family("petit", children: ["Tom"])
        await #expect(throws: HouseholdRefusal.unknown) { try await service.answer(wish.id, of: child, with: .agreed, by: stranger.account) }
        #expect(throws: HouseholdRefusal.unknown) { try service.custody(of: child, for: stranger) }
        try await service.answer(wish.id, of: child, with: .agreed, by: paul.account)
        let after = try #require(try service.custody(of: child, for: anne))
        #expect(after.isHome(on: day, in: school) && after.wishes.first?.state == .agreed)
        await #expect(throws: HouseholdRefusal.unknown) { try await service.answer(wish.id, of: child, with: .refused, by: paul.account) }
    }

    @Test func `what a wish may be, and who may answer it`() async throws {
        let (town, anne, paul, child) = try await town()
        let service = CustodyWishService(try town.portal(at: now))
        let wrong: [(CustodyWishForm, CustodyWishForm.Field)] = [
            (form("", "2026-11-05"), .firstDay), (form("2026-10-25", "2026-10-26"), .firstDay), (form("2028-01-01", "2028-01-02"), .firstDay),
            (form("2026-11-05", "2026-11-04"), .lastDay), (form("2026-11-01", "2027-01-02"), .lastDay),
            (form("2026-11-01", "2026-11-02", "x"), .home),
        ]
        for (form, field) in wrong {
            let errors = await #expect(throws: FieldErrors.self) { try await service.ask(form, for: child, by: anne.account) }
            #expect(errors?[field] != nil, "\(field)")
        }
        try await service.ask(form("2026-11-04", "2026-11-05"), for: child, by: anne.account)
        let overlap = await #expect(throws: FieldErrors.self) {
            try await service.ask(form("2026-11-05", "2026-11-06"), for: child, by: paul.account)
        }
        #expect(overlap?[CustodyWishForm.Field.firstDay]?.contains("attend déjà") == true)
        let wish = try #require(try service.wishes(of: child).first)
        try await service.answer(wish.id, of: child, with: .withdrawn, by: anne.account)
        try await service.ask(form("2026-11-04", "2026-11-05", "autre"), for: child, by: anne.account)
        let second = try #require(try service.wishes(of: child).first)
        try await town.database.write {
            try $0.execute(
                "INSERT INTO staff_members (login, password_hash, first_name, last_name, role) VALUES ('guichet', '', 'Claire', 'Roy', 'serviceDesk')"
            )
        }
        try await service.settle(second.id, of: child, with: .refused, by: Identifier(1))
        #expect(try service.wishes(of: child).map(\.state) == [.refused, .withdrawn])
        #expect(try town.count("SELECT count(*) FROM custody_exceptions") == 0)
        // Somebody who only sees the child neither asks nor answers.
        try await town.put(.init(kinship: .stepParent, standing: .none, rights: [.sees]), of: paul, to: child)
        let watcher = try #require(try town.access(again: paul))
        #expect(try service.custody(of: child, for: watcher)?.mayAsk == false)
        await #expect(throws: HouseholdRefusal.noAuthority) { try await service.ask(form("2026-11-10", "2026-11-10"), for: child, by: paul.account) }
    }
}
