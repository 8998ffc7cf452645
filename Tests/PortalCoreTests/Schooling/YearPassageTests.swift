import Testing

@testable import PortalCore

@Suite struct YearPassageTests {
    private let next = SchoolYear(startYear: 2027)
    private let may = "2027-05-10T09:00:00+02:00"

    /// Léa in CE2 at Les Tilleuls, Tom in the last year of a nursery school, Ana in a class of two levels, Max at the end of primary school.
    private func town() async throws -> (town: BookingTown, access: HouseholdAccess, clerk: Identifier<StaffMember>) {
        let town = try await BookingTown.open()
        let access = try await town.family("dupont", children: ["Léa", "Tom", "Ana", "Max"])
        let classes = ["Tom": ("École maternelle Mermoz", "GS"), "Ana": ("Les Tilleuls", "CE1-CE2"), "Max": ("Les Tilleuls", "CM2")]
        let login = try #require(Login("guichet"))
        let clerk = try await town.database.write { transaction in
            try YearPassageStore(transaction).replace(with: [SchoolSuccession(nursery: "École maternelle Mermoz", primary: "École Mermoz")])
            for child in access.children {
                guard let (school, schoolClass) = classes[child.firstName] else { continue }
                try SchoolPlacementStore(transaction).put(school, schoolClass, of: child.id, in: SchoolYear(startYear: 2026))
            }
            return try StaffStore(transaction).insert(login: login, passwordHash: "", firstName: "Philippe", lastName: "Lemoine", role: .serviceDesk)
        }
        return (town, access, clerk)
    }

    private func words(_ town: BookingTown, _ access: HouseholdAccess, on date: String) throws -> [String: [String]] {
        let children = try #require(try town.access(again: access)).children
        return try Dictionary(uniqueKeysWithValues: children.map { ($0.firstName, try $0.schooling.words(on: day(date))) })
    }

    @Test func `every child goes on, what is unclear is left, and it happens once`() async throws {
        let (town, access, clerk) = try await town()
        let service = YearPassageService(try town.portal(at: may))
        #expect(try service.nextYear() == next)
        let steps = Dictionary(uniqueKeysWithValues: try service.preview(into: next).lines.map { ($0.firstName, $0.step) })
        #expect(
            steps == [
                "Léa": .moves(school: "Les Tilleuls", schoolClass: "CM1"), "Tom": .moves(school: "École Mermoz", schoolClass: "CP"), "Ana": .unclear,
                "Max": .leaves,
            ]
        )
        #expect(try await service.confirm(into: next, by: clerk) == 3)
        let after = try words(town, access, on: "2027-09-02")
        #expect(after == ["Léa": ["Les Tilleuls", "CM1"], "Tom": ["École Mermoz", "CP"], "Ana": ["Les Tilleuls", "CE1-CE2"], "Max": []])
        #expect(try words(town, access, on: "2027-06-02")["Léa"] == ["Les Tilleuls", "CE2"])
        await #expect(throws: PassageRefusal.confirmedAlready) { try await service.confirm(into: next, by: clerk) }
        #expect(try service.preview(into: next).confirmed?.children == 3)
        #expect(try town.count("SELECT count(*) FROM audit WHERE act = 'yearPassage.confirmed'") == 1)
    }

    @Test func `until the year starts it can be undone, and what was said by hand stays`() async throws {
        let (town, access, clerk) = try await town()
        let portal = try town.portal(at: may)
        let service = YearPassageService(portal)
        let child = { (name: String) in try #require(access.children.first { $0.firstName == name }).id }
        let desk = SchoolingDesk(portal)
        // Léa repeats: said before the passage. Max stays: said after it.
        try await desk.correct(ChangeValue(["2027-2028", "Les Tilleuls", "CE2"]), of: child("Léa"), by: clerk)
        #expect(try await service.confirm(into: next, by: clerk) == 2)
        try await desk.correct(ChangeValue(["2027-2028", "Les Tilleuls", "CM2"]), of: child("Max"), by: clerk)
        try await service.undo(into: next, by: clerk)
        let after = try words(town, access, on: "2027-09-02")
        #expect(after["Léa"] == ["Les Tilleuls", "CE2"] && after["Max"] == ["Les Tilleuls", "CM2"])
        #expect(after["Tom"] == ["École maternelle Mermoz", "GS"])
        await #expect(throws: PassageRefusal.notConfirmed) { try await service.undo(into: next, by: clerk) }
        // And again, for those who are left.
        #expect(try await service.confirm(into: next, by: clerk) == 1)
        let late = YearPassageService(try town.portal(at: "2027-09-01T08:00:00+02:00"))
        await #expect(throws: PassageRefusal.started) { try await late.undo(into: next, by: clerk) }
        #expect(try town.count("SELECT count(*) FROM audit WHERE act IN ('yearPassage.undone', 'schooling.corrected')") == 3)
    }

    @Test func `a town that is late changes the year that has begun`() async throws {
        let (town, access, clerk) = try await town()
        let late = YearPassageService(try town.portal(at: "2027-09-20T09:00:00+02:00"))
        #expect(try late.nextYear() == next)
        try await late.confirm(into: next, by: clerk)
        #expect(try words(town, access, on: "2027-09-20")["Léa"] == ["Les Tilleuls", "CM1"])
        #expect(try late.nextYear() == next.next)
    }

    @Test func `staff correct the years that are on offer`() async throws {
        let (town, access, clerk) = try await town()
        let desk = SchoolingDesk(try town.portal(at: may))
        let child = try #require(access.children.first).id
        for wrong in ["2030-2031", "1999-2000", "", "2026"] {
            await #expect(throws: FieldErrors.self, "\(wrong)") { try await desk.correct(ChangeValue([wrong, "X", "CP"]), of: child, by: clerk) }
        }
        await #expect(throws: HouseholdRefusal.unknown) {
            try await desk.correct(ChangeValue(["2026-2027", "X", "CP"]), of: Identifier(999), by: clerk)
        }
    }
}
