extension RollCallRecorder {
    /// The journal's line of a correction on a closed day.
    func noteCorrection(_ place: String, of child: Identifier<Child>, _ before: AttendanceMark?, _ mark: AttendanceMark) throws {
        guard let reason, !reason.isEmpty else { return }
        let hours = mark.presence == .absent && hours?.absence == .excused ? ", heures déduites" : ""
        let detail = "\(place)\u{A0}: \((before ?? AttendanceMark()).french) → \(mark.french)\(hours)\u{A0}; \(reason)"
        try AuditLog.record(in: transaction, by: .staff(member.id), .attendanceCorrected, on: child, detail: detail, at: now)
    }

    /// One line of the journal for each activity of a reception: the entries themselves keep who, when and what.
    func note(_ entries: [RollCallEntry]) throws {
        let places = Dictionary(grouping: entries) { "\(list($0).name)@\($0.subject.date.iso)" }
        for (place, entries) in places.sorted(by: { $0.key < $1.key }) {
            guard let activity = entries.first.flatMap({ list($0).activity }) else { continue }
            let taps = entries.map { "\($0.subject.card)\($0.act.short)\(hours.map { $0.absence == .excused ? ", heures déduites" : "" } ?? "")" }
            let detail = "\(place)\u{A0}: \(taps.joined(separator: " "))"
            try AuditLog.record(in: transaction, by: .staff(member.id), .attendanceCalled, on: activity, detail: detail, at: now)
        }
    }

    /// The activity whose list a tap is on, and a name for the list: the unit's number, "accueil7" for the contracts of a nursery.
    private func list(_ entry: RollCallEntry) -> (activity: Identifier<Activity>?, name: String) {
        switch entry.subject {
        case .slot(let slot): return (catalogue.unit(slot.unit)?.activity.id, String(slot.unit.rawValue))
        case .care(let slot):
            let nursery = nurseries[slot.contract]
            return (nursery, "accueil\(nursery?.rawValue ?? 0)")
        }
    }
}

extension AuditAct {
    /// Subject: the activity; the detail names the children by their numbers ("c7": a contract), and what was tapped.
    static let attendanceCalled = AuditAct(rawValue: "attendance.called")
    /// Subject: the child; the detail says what was changed on a day that was closed, and why.
    static let attendanceCorrected = AuditAct(rawValue: "attendance.corrected")
    /// Subject of these: the activity; the detail says the day.
    static let dayClosed = AuditAct(rawValue: "attendance.dayClosed")
    static let dayReopened = AuditAct(rawValue: "attendance.dayReopened")
}
