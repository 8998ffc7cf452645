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
    /// - Parameters:
    ///   - reason: why a closed day is corrected; nil for taps at the gate.
    ///   - hours: what a correction makes of a contract's hours; nil leaves them as they are.
    /// - Returns: the answers, in the order of the entries.
    package func record(
        _ entries: [RollCallEntry],
        by member: StaffMember,
        reason: String? = nil,
        hours: AbsenceHours? = nil
    ) async throws -> [Answer] {
        guard !entries.isEmpty else { return [] }
        let (catalogue, clock) = (catalogue, portal.clock)
        return try await portal.database.write { transaction in
            let nurseries = try entries.nurseries(in: transaction)
            try transaction.lock([.booking] + entries.lockNames(nurseries).map { .alone($0) })
            let recorder = RollCallRecorder(
                transaction: transaction,
                catalogue: catalogue,
                member: member,
                reason: reason,
                hours: hours,
                now: clock.now,
                nurseries: nurseries,
                store: RollCallStore(transaction)
            )
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

extension [RollCallEntry] {
    /// The nurseries of the contracts that taps are about: a contract never changes its own.
    fileprivate func nurseries(in transaction: any Transaction) throws -> [Identifier<CareContract>: Identifier<Activity>] {
        let store = CareContractStore(transaction)
        var nurseries: [Identifier<CareContract>: Identifier<Activity>] = [:]
        for case .care(let slot) in map(\.subject) where nurseries[slot.contract] == nil {
            nurseries[slot.contract] = try store.contract(slot.contract)?.activity
        }
        return nurseries
    }

    /// What is locked for taps: the lists, then the children, then the contracts, each in their order.
    fileprivate func lockNames(_ nurseries: [Identifier<CareContract>: Identifier<Activity>]) -> [String] {
        var lists: Set<String> = []
        var children: Set<Identifier<Child>> = []
        var contracts: Set<Identifier<CareContract>> = []
        for subject in map(\.subject) {
            switch subject {
            case .slot(let slot):
                lists.insert(RollCallService.lockName(of: slot.unit, on: slot.date))
                children.insert(slot.child)
            case .care(let slot):
                if let nursery = nurseries[slot.contract] { lists.insert(RollCallService.lockName(ofCareAt: nursery, on: slot.date)) }
                contracts.insert(slot.contract)
            }
        }
        return lists.sorted() + children.sorted().map { "child:\($0.rawValue)" } + contracts.sorted().map { "contract:\($0.rawValue)" }
    }
}

extension RollCallService {
    /// Held by taps and by the closing of the day, so that neither misses the other.
    static func lockName(of unit: Identifier<BookableUnit>, on date: CivilDate) -> String { "roll:\(unit.rawValue):\(date.dayNumber)" }
    static func lockName(ofCareAt nursery: Identifier<Activity>, on date: CivilDate) -> String { "roll:care\(nursery.rawValue):\(date.dayNumber)" }
}

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

    /// False when the tap is known already.
    ///
    /// - Throws: `RollCallRefusal` before anything is written.
    func record(_ entry: RollCallEntry) throws -> Bool {
        switch entry.subject {
        case .slot(let slot): try record(entry, at: slot)
        case .care(let slot): try record(entry, of: slot)
        }
    }

    func isKnown(_ key: IdempotencyKey) throws -> Bool { try store.isKnown(key) || CareCallStore(transaction).isKnown(key) }

    private func record(_ entry: RollCallEntry, at slot: BookingSlot) throws -> Bool {
        guard let (activity, _) = catalogue.unit(slot.unit), member.scope.covers(activity) else { throw RollCallRefusal.unknown }
        if try isKnown(entry.key) { return false }
        try check(entry, activity)
        let booking = try BookingStore(transaction).booking(of: slot)
        let before = try store.attendance(of: slot)
        guard let group = try before?.group ?? booking?.group ?? newcomersGroup(entry, slot, activity) else { throw RollCallRefusal.notExpected }
        let latest = try store.entries(of: slot).last?.entry.moment
        guard try store.insert(moved(entry, after: latest), at: slot, by: member.id, at: now) else { return false }
        try follow(slot, group: group, booking: booking, before: before)
        return true
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
    func moved(_ entry: RollCallEntry, after latest: Int64?) -> RollCallEntry {
        guard let latest, entry.moment == now.seconds * 1000, latest >= entry.moment, latest < entry.moment + 1000 else { return entry }
        return RollCallEntry(key: entry.key, entry.subject, act: entry.act, moment: latest + 1)
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
        try noteCorrection(slot.text, of: slot.child, before?.mark, mark)
    }

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
    /// Subject: the activity; the detail names the children by their numbers ("c7": a contract), and what was tapped.
    static let attendanceCalled = AuditAct(rawValue: "attendance.called")
    /// Subject: the child; the detail says what was changed on a day that was closed, and why.
    static let attendanceCorrected = AuditAct(rawValue: "attendance.corrected")
    /// Subject of these: the activity; the detail says the day.
    static let dayClosed = AuditAct(rawValue: "attendance.dayClosed")
    static let dayReopened = AuditAct(rawValue: "attendance.dayReopened")
}
