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
                store: RollCallStore(transaction),
                entries: RollCallEntryStore(transaction)
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
