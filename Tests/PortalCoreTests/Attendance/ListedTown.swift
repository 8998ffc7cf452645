import Testing

@testable import PortalCore

/// A town on a Wednesday: Tom is booked for the day, Léa has said that she does not come, Zoé came without booking.
struct ListedTown {
    static let wednesday = "2026-11-04"

    let town: BookingTown
    let portal: Portal
    let family: HouseholdAccess
    let zoe: Child
    let date: CivilDate

    var tom: Child { family.children[0] }

    init(at now: String = "2026-11-04T09:00:00+01:00") async throws {
        town = try await BookingTown.open()
        family = try await town.family("Dupont", children: ["Tom", "Léa"])
        let other = try await town.family("Martin", children: ["Zoé"])
        zoe = try #require(other.children.first)
        date = try day(Self.wednesday)
        portal = try town.portal(at: now)
        let changes = family.children.map { add($0.id, 1, Self.wednesday) } + [add(family.children[0].id, 3, "2026-11-05")]
        try await town.bookings(at: "2026-10-01T10:00:00+02:00").confirm(changes, key: key(900), by: family)
        let absent = BookingSlot(child: family.children[1].id, unit: Identifier(1), date: date)
        let came = [
            BookingSlot(child: zoe.id, unit: Identifier(1), date: date),
            BookingSlot(child: zoe.id, unit: Identifier(3), date: try day("2026-11-05")),
        ]
        try await town.database.write { transaction in
            try BookingStore(transaction).update(absent, to: .excused)
            for slot in came {
                let group = Identifier<ActivityGroup>(slot.unit.rawValue == 1 ? 1 : 2)
                let presence = RollCallStore.Attendance(group: group, reported: nil, mark: AttendanceMark(.present), calledBy: nil, moment: 1)
                try RollCallStore(transaction).put(presence, at: slot)
            }
        }
    }

    func agent(_ role: StaffRole, _ scope: StaffScope = .everywhere) async throws -> StaffMember {
        let id = try await town.database.write {
            try StaffStore($0).insert(login: try #require(Login("awa")), passwordHash: "", firstName: "Awa", lastName: "Koné", role: role)
        }
        return StaffMember(id: id, login: "awa", firstName: "Awa", lastName: "Koné", role: role, scope: scope, previousLoginAt: nil)
    }

    func report(_ kind: AttendanceReport.Kind, _ activity: String = "mercredis") -> AttendanceReport {
        AttendanceReport(kind, activity: activity, date: date)
    }

    /// What the parents have told of a child.
    func tell(_ values: [String: String], of child: Child) async throws {
        try await ChildSheetService(portal).save(ChildSheetForm { values[$0] ?? "" }, of: child.id, by: family.account)
    }
}
