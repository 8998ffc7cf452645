/// The rules of the activities as administrators try, publish and withdraw them.
package struct RuleService: Sendable {
    private let portal: Portal
    private let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// What families asked of an activity during a month, judged by the rules in force and by tried ones.
    package func replay(_ rules: BookingRules, on activity: Activity, of month: Month) throws -> RuleReplay {
        let asks = try portal.database.read { transaction in
            try DatedRulesStore(transaction).asks(
                of: activity.id,
                from: ParisTime.instant(month.firstDay, at: .midnight),
                until: ParisTime.instant(month.next.firstDay, at: .midnight)
            )
        }
        return RuleReplay(asks, of: month, on: activity, in: catalogue.calendar, trying: rules)
    }

    /// Makes rules hold for some days. What families have booked stays as it is: only what they ask from now on is judged by them.
    ///
    /// - Throws: `FieldErrors`, `DatabaseError`.
    package func publish(_ draft: RuleDraft, on activity: Activity, by member: StaffMember) async throws {
        let now = portal.clock.now
        let dated = try draft.datedRules(for: activity, today: ParisTime.date(now))
        try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            try DatedRulesStore(transaction).put(dated, of: activity.id)
            try PortalCatalogueStore(transaction).noteChange()
            try EditedSettingStore(transaction).note(.rules, of: activity.id, by: member.id, at: now)
            try AuditLog.record(in: transaction, by: .staff(member.id), .rulesPublished, on: activity.id, detail: dated.auditDetail, at: now)
        }
    }

    /// Takes dated rules back; false when there are none that start on that day. The days then follow the rules that held before.
    package func withdraw(startingOn firstDay: CivilDate, of activity: Activity, by member: StaffMember) async throws -> Bool {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            try transaction.lock([.changingRules])
            guard try DatedRulesStore(transaction).delete(startingOn: firstDay, of: activity.id) else { return false }
            try PortalCatalogueStore(transaction).noteChange()
            try EditedSettingStore(transaction).note(.rules, of: activity.id, by: member.id, at: now)
            let detail = "\(activity.code), \(firstDay.iso)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .rulesWithdrawn, on: activity.id, detail: detail, at: now)
            return true
        }
    }
}

extension AuditAct {
    package static let rulesPublished = AuditAct(rawValue: "rules.published")
    package static let rulesWithdrawn = AuditAct(rawValue: "rules.withdrawn")
}

extension DatedRules {
    /// The days and the notations, as the journal keeps them.
    fileprivate var auditDetail: String {
        let cancelling = rules.cancellingOverride.map { " / \($0.notation)" } ?? ""
        let late = "\(rules.lateAdding.notation) / \(rules.lateCancelling.notation)"
        return "\(firstDay.iso) – \(lastDay?.iso ?? "")\u{A0}: \(rules.adding.notation)\(cancelling)\u{A0}; \(late)"
    }
}
