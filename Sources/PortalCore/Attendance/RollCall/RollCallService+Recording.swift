extension RollCallService {
    /// What became of a tap.
    package enum Answer: Hashable, Sendable {
        case recorded
        /// It was received before.
        case known
        case refused(RollCallRefusal)
    }

    /// Records taps in one transaction, each judged by itself: one that is refused does not keep the others back.
    ///
    /// - Parameter reason: why a closed day is corrected; nil for taps at the gate.
    /// - Returns: the answers, in the order of the entries.
    package func record(_ entries: [RollCallEntry], by member: StaffMember, reason: String? = nil) async throws -> [Answer] {
        guard !entries.isEmpty else { return [] }
        let (catalogue, clock) = (catalogue, portal.clock)
        return try await portal.database.write { transaction in
            let rolls = Set(entries.map { "roll:\($0.slot.unit.rawValue):\($0.slot.date.dayNumber)" }).sorted()
            let children = Set(entries.map(\.slot.child)).sorted().map { "child:\($0.rawValue)" }
            try transaction.lock([.booking] + (rolls + children).map { .alone($0) })
            let recorder = RollCallRecorder(transaction, catalogue, member, reason: reason, at: clock.now)
            let answers = try entries.map { entry -> Answer in
                do {
                    return try recorder.record(entry) ? .recorded : .known
                } catch let refusal as RollCallRefusal {
                    return .refused(refusal)
                }
            }
            let recorded = zip(entries, answers).filter { $0.1 == .recorded }.map(\.0)
            if reason == nil { try recorder.note(recorded) }
            return answers
        }
    }
}

/// Judges and writes taps inside one transaction.
private struct RollCallRecorder {
    let transaction: any Transaction
    let catalogue: PortalCatalogue
    let member: StaffMember
    let reason: String?
    let now: Instant
    let store: RollCallStore

    init(_ transaction: any Transaction, _ catalogue: PortalCatalogue, _ member: StaffMember, reason: String?, at now: Instant) {
        self.transaction = transaction
        self.catalogue = catalogue
        self.member = member
        self.reason = reason
        self.now = now
        store = RollCallStore(transaction)
    }

    /// False when the tap is known already.
    ///
    /// - Throws: `RollCallRefusal` before anything is written.
    func record(_ entry: RollCallEntry) throws -> Bool {
        let slot = entry.slot
        guard let (activity, _) = catalogue.unit(slot.unit), member.scope.covers(activity) else { throw RollCallRefusal.unknown }
        if try store.isKnown(entry.key) { return false }
        try check(entry, activity)
        let booking = try BookingStore(transaction).booking(of: slot)
        let before = try store.attendance(of: slot)
        guard let group = try before?.group ?? booking?.group ?? newcomersGroup(entry, activity) else { throw RollCallRefusal.notExpected }
        guard try store.insert(moved(entry, in: slot), by: member.id, at: now) else { return false }
        try follow(slot, group: group, booking: booking, before: before)
        return true
    }

    private func check(_ entry: RollCallEntry, _ activity: Activity) throws {
        let date = entry.slot.date
        guard date <= ParisTime.date(now) else { throw RollCallRefusal.future(date) }
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
    private func newcomersGroup(_ entry: RollCallEntry, _ activity: Activity) throws -> Identifier<ActivityGroup>? {
        let arrives =
            switch entry.act {
            case .present, .correction(AttendanceMark(.present)): true
            case .correction(let mark): mark.presence == .present
            case .absent, .takeBack, .arrival, .departure: false
            }
        guard arrives else { return nil }
        guard try store.exists(entry.slot.child) else { throw RollCallRefusal.unknown }
        let enrolments = try EnrolmentStore(transaction).enrolments(of: entry.slot.child)
        let enrolment = enrolments.first { $0.activity == activity.id && $0.covers(entry.slot.date) }
        return enrolment?.group ?? activity.groups.first?.id
    }

    /// A form without script knows no milliseconds: what it sends comes after all that is known of the slot in that second.
    private func moved(_ entry: RollCallEntry, in slot: BookingSlot) throws -> RollCallEntry {
        let latest = try store.entries(of: slot).last?.entry.moment ?? 0
        guard entry.moment == now.seconds * 1000, latest >= entry.moment, latest < entry.moment + 1000 else { return entry }
        return RollCallEntry(key: entry.key, slot: slot, act: entry.act, moment: latest + 1)
    }

    /// Writes what follows from a slot's entries: its mark, and the booking's state.
    private func follow(_ slot: BookingSlot, group: Identifier<ActivityGroup>, booking: Booking?, before: RollCallStore.Attendance?) throws {
        let entries = try store.entries(of: slot)
        let mark = AttendanceMark(after: entries.map(\.entry))
        let reported = booking.map { booking in before?.reported ?? booking.state }
        if mark.presence == nil {
            try store.delete(slot)
        } else {
            let last = entries.last
            let row = RollCallStore.Attendance(group: group, reported: reported, mark: mark, calledBy: last?.member, moment: last?.entry.moment ?? 0)
            try store.put(row, at: slot)
        }
        if let booking, let reported {
            let state = mark.state(reported: reported)
            if state != booking.state { try BookingStore(transaction).update(slot, to: state) }
        }
        if let reason, !reason.isEmpty {
            let detail = "\(slot.text)\u{A0}: \((before?.mark ?? AttendanceMark()).french) → \(mark.french)\u{A0}; \(reason)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .attendanceCorrected, on: slot.child, detail: detail, at: now)
        }
    }

    /// One line of the journal for each activity of a reception: the entries themselves keep who, when and what.
    func note(_ entries: [RollCallEntry]) throws {
        let places = Dictionary(grouping: entries) { "\($0.slot.unit.rawValue)@\($0.slot.date.iso)" }
        for (place, entries) in places.sorted(by: { $0.key < $1.key }) {
            guard let activity = entries.first.flatMap({ catalogue.unit($0.slot.unit) })?.activity else { continue }
            let detail = "\(place)\u{A0}: \(entries.map { "\($0.slot.child.rawValue)\($0.act.short)" }.joined(separator: " "))"
            try AuditLog.record(in: transaction, by: .staff(member.id), .attendanceCalled, on: activity.id, detail: detail, at: now)
        }
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

extension AuditAct {
    /// Subject: the activity; the detail names the children by their numbers, and what was tapped.
    static let attendanceCalled = AuditAct(rawValue: "attendance.called")
    /// Subject: the child; the detail says what was changed on a day that was closed, and why.
    static let attendanceCorrected = AuditAct(rawValue: "attendance.corrected")
    /// Subject of these: the activity; the detail says the day.
    static let dayClosed = AuditAct(rawValue: "attendance.dayClosed")
    static let dayReopened = AuditAct(rawValue: "attendance.dayReopened")
}
