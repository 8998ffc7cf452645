/// Judges and writes taps inside one transaction.
struct RollCallRecorder {
    let transaction: any Transaction
    let catalogue: PortalCatalogue
    let member: StaffMember
    let reason: String?
    let hours: AbsenceHours?
    let now: Instant
    let nurseries: [Identifier<CareContract>: Identifier<Activity>]
    let store: RollCallStore
    let entries: RollCallEntryStore

    /// False when the tap is known already.
    ///
    /// - Throws: `RollCallRefusal` before anything is written.
    func record(_ entry: RollCallEntry) throws -> Bool {
        switch entry.subject {
        case .slot(let slot): try record(entry, at: slot)
        case .care(let slot): try record(entry, of: slot)
        }
    }

    private func record(_ entry: RollCallEntry, at slot: BookingSlot) throws -> Bool {
        guard let (activity, _) = catalogue.unit(slot.unit), member.scope.covers(activity) else { throw RollCallRefusal.unknown }
        if try entries.isKnown(entry.key) { return false }
        try check(entry, activity)
        let booking = try BookingStore(transaction).booking(of: slot)
        let before = try store.attendance(of: slot)
        guard let group = try before?.group ?? booking?.group ?? newcomersGroup(entry, slot, activity) else { throw RollCallRefusal.notExpected }
        guard let taps = try keep(entry) else { return false }
        try follow(taps, about: slot, group: group, booking: booking, before: before)
        return true
    }

    /// Keeps a tap; all those of its subject then, nil when it was kept before.
    func keep(_ entry: RollCallEntry) throws -> [RollCallEntryStore.Tap]? {
        let latest = try entries.taps(of: entry.subject).last?.entry.moment
        guard try entries.insert(moved(entry, after: latest), by: member.id, at: now) else { return nil }
        return try entries.taps(of: entry.subject)
    }

    func check(_ entry: RollCallEntry, _ activity: Activity) throws {
        let date = entry.subject.date
        guard date <= ParisTime.date(now) || entry.maySayAhead else { throw RollCallRefusal.future(date) }
        if try BillingLockStore(transaction).locks(from: date, through: date).cover(date) { throw RollCallRefusal.locked(date) }
        if case .correction(let mark) = entry.act, let came = mark.arrivedAt, let left = mark.leftAt, left < came {
            throw RollCallRefusal.timesCrossed
        }
        guard let closedAt = try ClosedDayStore(transaction).closing(of: activity.id, on: date) else { return }
        // What was tapped before the closing and comes late, through a lost connection, still counts.
        if let reason {
            guard !reason.isEmpty else { throw RollCallRefusal.reasonMissing }
        } else if entry.moment > closedAt.seconds * 1000 {
            throw RollCallRefusal.closed(date)
        }
    }

    /// The group of a child who came without booking: the one that it is enrolled in, or the activity's first.
    private func newcomersGroup(_ entry: RollCallEntry, _ slot: BookingSlot, _ activity: Activity) throws -> Identifier<ActivityGroup>? {
        guard entry.act.brings else { return nil }
        guard try store.exists(slot.child) else { throw RollCallRefusal.unknown }
        let enrolments = try EnrolmentStore(transaction).enrolments(of: slot.child)
        let enrolment = enrolments.first { $0.activity == activity.id && $0.covers(slot.date) }
        return enrolment?.group ?? activity.groups.first?.id
    }

    /// A form without script knows no milliseconds: what it sends comes after all that is known of its subject in that second.
    private func moved(_ entry: RollCallEntry, after latest: Int64?) -> RollCallEntry {
        guard let latest, entry.moment == now.seconds * 1000, latest >= entry.moment, latest < entry.moment + 1000 else { return entry }
        return RollCallEntry(key: entry.key, entry.subject, act: entry.act, moment: latest + 1)
    }

    /// Writes what follows from a slot's taps: its mark, and the booking's state.
    private func follow(
        _ taps: [RollCallEntryStore.Tap],
        about slot: BookingSlot,
        group: Identifier<ActivityGroup>,
        booking: Booking?,
        before: RollCallStore.Attendance?
    ) throws {
        let mark = AttendanceMark(after: taps.map(\.entry))
        let reported = booking.map { booking in before?.reported ?? booking.state }
        if mark.presence == nil {
            try store.delete(slot)
        } else {
            let last = taps.last
            let row = RollCallStore.Attendance(group: group, reported: reported, mark: mark, calledBy: last?.member, moment: last?.entry.moment ?? 0)
            try store.put(row, at: slot)
        }
        if let booking, let reported {
            let state = mark.state(reported: reported)
            if state != booking.state { try BookingStore(transaction).update(slot, to: state) }
        }
        try noteCorrection(slot.text, of: slot.child, before?.mark, mark)
    }
}

extension AttendanceMark {
    /// What a booking becomes, given what its parents had said.
    func state(reported: BookingState) -> BookingState {
        switch presence {
        case .present: .present
        case .absent: reported == .reserved || reported == .present ? .absent : reported
        case nil: reported
        }
    }
}
