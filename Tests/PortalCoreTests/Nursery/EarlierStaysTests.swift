import Testing

@testable import PortalCore

/// Stays that were noted before the roll call knew contracts (migration 62).
struct EarlierStaysTests {
    @Test func `each noted stay becomes a tap, and the days before the last one are closed`() async throws {
        let place = try TemporaryPlace()
        let before = try place.open()
        let home = try await NurseryTown(on: before)
        let contract = try await home.contract()
        let member = home.member.id
        let days = try ["2026-11-02", "2026-11-04", "2026-11-05", "2026-11-06"].map(day)
        try await before.write { transaction in
            func note(_ date: CivilDate, _ came: String?, _ left: String?, _ absence: StayAbsence, by member: Identifier<StaffMember>?) throws {
                try transaction.execute(
                    """
                    INSERT INTO nursery_stays (contract_id, day, arrived, departed, absent, reason, called_by, changed_at)
                    VALUES ($1, $2, $3, $4, $5, '', $6, 1793700000)
                    """,
                    contract,
                    date,
                    came.flatMap { CivilTime(clock: $0) },
                    left.flatMap { CivilTime(clock: $0) },
                    absence,
                    member
                )
            }
            try note(days[0], "08:20", "17:05", .none, by: member)
            // The family has said that the child will not come, and nobody has called it.
            try note(days[1], nil, nil, .charged, by: nil)
            try note(days[2], nil, nil, .excused, by: member)
            try note(days[3], "08:30", nil, .none, by: member)
            try transaction.execute("DROP TABLE care_call_entries")
            try transaction.execute("ALTER TABLE nursery_stays DROP COLUMN presence")
            try transaction.execute("DELETE FROM schema_versions WHERE number = 62")
        }
        before.close()

        let after = try place.open()
        let marks = try after.read { transaction in
            try days.map { date in
                let taps = try RollCallEntryStore(transaction).taps(of: .care(CareSlot(contract: contract, date: date)))
                #expect(taps.allSatisfy { $0.member == member })
                return AttendanceMark(after: taps.map(\.entry))
            }
        }
        let last = AttendanceMark(.present, arrivedAt: CivilTime(clock: "08:30"))
        #expect(marks == [home.mark("08:20", "17:05"), AttendanceMark(), AttendanceMark(.absent), last])
        let presences = try after.read { try $0.query("SELECT presence FROM nursery_stays ORDER BY day") { try $0[0] as Presence? } }
        #expect(presences == [.present, nil, .absent, .present])
        let closed = try after.read { try $0.query("SELECT day FROM closed_days ORDER BY day") { try $0[0] as CivilDate } }
        #expect(closed == [days[0], days[2]])
    }
}
