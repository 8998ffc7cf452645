extension ChangeService {
    /// What waits for the staff and a filter keeps, the oldest first.
    ///
    /// - Parameter reader: whose "à moi" it is; nil where nobody reads.
    package func waiting(_ filter: ChangeFilter = ChangeFilter(), for reader: Identifier<StaffMember>? = nil, limit: Int = 200) throws
        -> [WaitingChange]
    {
        try portal.database.read { try ChangeStore($0).open(filter, for: reader, at: portal.clock.now, limit: limit) }
    }

    /// How many changes wait for a member of the staff: those that nobody else has taken on.
    package func waitingCount(for reader: Identifier<StaffMember>) throws -> Int {
        try portal.database.read { try ChangeStore($0).openCount(for: reader) }
    }

    /// Takes a change on, from whoever has it, or gives it back.
    ///
    /// - Throws: `HouseholdRefusal.unknown` when it does not wait any more.
    package func assign(_ id: Identifier<ChangeRequest>, toSelf: Bool, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try ChangeStore(transaction).assign(id, to: toSelf ? member : nil) else { throw HouseholdRefusal.unknown }
            let act: AuditAct = toSelf ? .changeTakenOn : .changeGivenBack
            try AuditLog.record(in: transaction, by: .staff(member), act, on: id, at: now)
        }
    }
}

extension AuditAct {
    /// Subject of both: the change request.
    fileprivate static let changeTakenOn = AuditAct(rawValue: "change.takenOn")
    fileprivate static let changeGivenBack = AuditAct(rawValue: "change.givenBack")
}
