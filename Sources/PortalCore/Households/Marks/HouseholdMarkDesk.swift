/// What the staff do with households' marks: note them, correct them, end them. Each act leaves a line in the journal.
package struct HouseholdMarkDesk: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// A household's marks, whatever their days, the earliest first.
    package func marks(of household: Identifier<Household>) throws -> [DatedMark] {
        try portal.database.read { try HouseholdMarkStore($0).marks(of: household) }
    }

    /// The marks of an adult's own households.
    package func marks(of access: HouseholdAccess) throws -> [Identifier<Household>: [DatedMark]] {
        try portal.database.read { try HouseholdMarkStore($0).marks(of: access.adult.id) }.filter { access.family($0.key) != nil }
    }

    /// Notes a mark of the town's.
    ///
    /// - Throws: `FieldErrors` next to their fields, `HouseholdRefusal.unknown` without such a household.
    package func add(_ form: HouseholdMarkForm, to household: Identifier<Household>, by member: StaffMember) async throws {
        let typed = try form.read(among: catalogue.marks)
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = try marks(of: household, in: transaction)
            try store.refuseOverlap(of: typed.mark, typed.days, in: household)
            try store.insert(typed.mark, of: household, on: typed.days, document: typed.document, by: member.id, at: now)
            let detail = "\(typed.mark.rawValue), \(typed.days.french)\u{A0}; \(typed.document)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .markAdded, on: household, detail: detail, at: now)
        }
    }

    /// Corrects the days of a mark, or the document that it is known from.
    ///
    /// - Throws: `FieldErrors` next to their fields, `HouseholdRefusal.unknown` where the household has no such mark.
    package func correct(
        _ id: Identifier<DatedMark>,
        of household: Identifier<Household>,
        _ form: HouseholdMarkForm,
        by member: StaffMember
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = try marks(of: household, in: transaction)
            let before = try store.mark(id, of: household)
            let typed = try form.read(among: [], known: before.mark)
            guard typed.days != before.days || typed.document != before.document else { return }
            try store.refuseOverlap(of: before.mark, typed.days, in: household, besides: id)
            try store.correct(id, to: typed.days, document: typed.document, by: member.id, at: now)
            let change = "\(before.days.french) (\(before.document)) → \(typed.days.french) (\(typed.document))"
            let detail = "\(before.mark.rawValue)\u{A0}: \(change)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .markCorrected, on: household, detail: detail, at: now)
        }
    }

    /// Ends a mark with this day: it holds for no later one.
    ///
    /// - Throws: `FieldErrors` for one that is over already or has not begun, `HouseholdRefusal.unknown` where the household has no such mark.
    package func end(_ id: Identifier<DatedMark>, of household: Identifier<Household>, by member: StaffMember) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = try marks(of: household, in: transaction)
            let mark = try store.mark(id, of: household)
            let today = ParisTime.date(now)
            guard mark.days.cover(today) else {
                throw FieldErrors(HouseholdMarkForm.Field.lastDay, "Cette marque ne vaut pas aujourd'hui\u{A0}: corrigez ses dates, ou supprimez-la.")
            }
            try store.correct(id, to: MarkDays(from: mark.days.firstDay, through: today), document: mark.document, by: member.id, at: now)
            let detail = "\(mark.mark.rawValue)\u{A0}: \(mark.days.french) → jusqu'au \(today.frenchWithoutWeekday)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .markEnded, on: household, detail: detail, at: now)
        }
    }

    /// Takes away a mark that was noted by mistake.
    ///
    /// - Throws: `HouseholdRefusal.unknown` where the household has no such mark.
    package func remove(_ id: Identifier<DatedMark>, of household: Identifier<Household>, by member: StaffMember) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = try marks(of: household, in: transaction)
            let mark = try store.mark(id, of: household)
            try store.delete(id)
            let detail = "\(mark.mark.rawValue), \(mark.days.french)\u{A0}; \(mark.document)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .markRemoved, on: household, detail: detail, at: now)
        }
    }

    /// The rows, which nobody else changes for this household meanwhile.
    private func marks(of household: Identifier<Household>, in transaction: any Transaction) throws -> HouseholdMarkStore {
        try transaction.lock("marks:\(household.rawValue)")
        guard try FamilyStore(transaction).family(household) != nil else { throw HouseholdRefusal.unknown }
        return HouseholdMarkStore(transaction)
    }
}

extension HouseholdMarkStore {
    fileprivate func mark(_ id: Identifier<DatedMark>, of household: Identifier<Household>) throws -> DatedMark {
        guard let mark = try marks(of: household).first(where: { $0.id == id }) else { throw HouseholdRefusal.unknown }
        return mark
    }

    fileprivate func refuseOverlap(
        of mark: HouseholdMark,
        _ days: MarkDays,
        in household: Identifier<Household>,
        besides id: Identifier<DatedMark>? = nil
    ) throws {
        guard let other = try marks(of: household).first(where: { $0.mark == mark && $0.id != id && $0.days.overlap(days) }) else { return }
        let sentence = "Cette marque est déjà notée \(other.days.french)\u{A0}: corrigez celle-là, ou choisissez d'autres jours."
        throw FieldErrors(HouseholdMarkForm.Field.firstDay, sentence)
    }
}

extension AuditAct {
    /// Subject of these: the household; the detail has the mark, its days and the document.
    fileprivate static let markAdded = AuditAct(rawValue: "mark.added")
    fileprivate static let markCorrected = AuditAct(rawValue: "mark.corrected")
    fileprivate static let markEnded = AuditAct(rawValue: "mark.ended")
    fileprivate static let markRemoved = AuditAct(rawValue: "mark.removed")
}
