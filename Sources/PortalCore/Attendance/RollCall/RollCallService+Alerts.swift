extension RollCallService {
    /// What must be known at once of the health of the children on a list: allergies, and what the care plan (PAI) asks of the staff. That they
    /// were shown is noted in the journal.
    ///
    /// - Returns: nothing for who may not read children's sheets.
    package func alerts(of code: String, unit: String?, on date: CivilDate, for reader: StaffMember) async throws -> [Identifier<Child>: String] {
        guard reader.role.has(.readChildSheets), let (activity, unit) = place(code, unit, for: reader) else { return [:] }
        let known = try portal.database.read { try ChildAlertStore($0, portal.vault).alerts(of: unit.id, on: date) }
        guard !known.isEmpty else { return [:] }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let children = known.keys.sorted().map { String($0.rawValue) }.joined(separator: ",")
            let detail = "\(unit.code)@\(date.iso)\u{A0}: allergies et PAI des enfants \(children)"
            try AuditLog.record(in: transaction, by: .staff(reader.id), .alertsShown, on: activity.id, detail: detail, at: now)
        }
        return known
    }
}

extension AuditAct {
    /// Subject: the activity whose list showed allergies and care plans; the detail names the children by their numbers.
    static let alertsShown = AuditAct(rawValue: "attendance.alertsShown")
}
