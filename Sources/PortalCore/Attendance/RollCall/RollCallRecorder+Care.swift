extension RollCallRecorder {
    /// Judges and keeps a tap about a day of a contract; its hours are counted to the minute.
    func record(_ entry: RollCallEntry, of slot: CareSlot) throws -> Bool {
        let files = CareFileStore(transaction, catalogue)
        guard let file = try files.file(slot.contract, slot.date...slot.date), file.contract.covers(slot.date), member.scope.covers(file.activity)
        else { throw RollCallRefusal.unknown }
        if try entries.isKnown(entry.key) { return false }
        try check(entry, file.activity)
        let before = file.day(slot.date, opening: OpeningDays(of: file.activity, in: catalogue.calendar))
        guard before != nil || entry.act.brings else { throw RollCallRefusal.notExpected }
        guard !entry.act.lacksTime else { throw RollCallRefusal.timeMissing }
        guard let taps = try keep(entry) else { return false }
        let mark = AttendanceMark(after: taps.map(\.entry))
        let stays = NurseryStayStore(transaction)
        try stays.call(mark, of: slot, by: taps.last?.member, at: now)
        try decide(slot, mark, stays)
        try noteCorrection("contrat \(slot.contract.rawValue), \(slot.date.iso)", of: file.contract.child.id, before?.stay?.mark, mark)
        return true
    }

    /// What a correction says of an absence's hours. Without an absence, what the family has reported holds again.
    private func decide(_ slot: CareSlot, _ mark: AttendanceMark, _ stays: NurseryStayStore) throws {
        guard let hours else { return }
        if mark.presence == .absent {
            try stays.tell(hours.absence, hours.reason, of: slot, at: now)
        } else {
            let reported = try AbsenceStore(transaction).told(slot)
            try stays.tell(reported?.absence ?? .none, reported?.reason ?? "", of: slot, at: now)
        }
    }
}

/// What a correction makes of the hours of a contract, where the child is absent.
package struct AbsenceHours: Hashable, Sendable {
    package let absence: StayAbsence
    package let reason: String

    package init(_ absence: StayAbsence, reason: String) {
        self.absence = absence
        self.reason = reason
    }
}

extension RollCallEntry {
    /// Whether it may be said before the day: a family that has a contract calls the nursery to say that its child will not come.
    var maySayAhead: Bool {
        guard case .care = subject else { return false }
        return switch act {
        case .absent, .takeBack: true
        case .correction(let mark): mark.presence != .present
        case .present, .arrival, .departure: false
        }
    }
}

extension RollCallAct {
    /// Whether it says that the child is there.
    var brings: Bool {
        switch self {
        case .present: true
        case .correction(let mark): mark.presence == .present
        case .absent, .takeBack, .arrival, .departure: false
        }
    }

    /// Whether it leaves out a time without which a stay cannot be counted.
    fileprivate var lacksTime: Bool {
        switch self {
        case .present(let time), .arrival(let time), .departure(let time): time == nil
        case .correction(let mark): mark.presence == .present && mark.arrivedAt == nil
        case .absent, .takeBack: false
        }
    }
}
