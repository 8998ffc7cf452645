/// What parents change in their family's file, under the town's policy for each field.
package struct ChangeService: Sendable {
    let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// What a field says now, and what would become of a change.
    ///
    /// - Throws: `HouseholdRefusal` when it is not this adult's to change.
    package func current(_ field: ChangeField, of subject: Int64, for access: HouseholdAccess) throws -> (value: ChangeValue, policy: ChangePolicy) {
        let known = try access.current(field, of: subject, in: SchoolYear(containing: portal.clock.today))
        return (known.value, try portal.database.read { try ChangeStore($0).policy(of: field) })
    }

    /// Changes a field, or asks the staff for it; nil when nothing differs.
    @discardableResult
    package func ask(
        _ field: ChangeField,
        of subject: Int64,
        to value: ChangeValue,
        by account: Identifier<Account>
    ) async throws -> ChangeState? {
        let now = portal.clock.now
        return try await portal.database.write { transaction in
            try transaction.lock("account:\(account.rawValue)")
            guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
            let known = try access.current(field, of: subject, in: value.schoolYear(of: field, today: ParisTime.date(now)))
            // The same class in another year is news: until then only an earlier year is known.
            guard known.value != value || !known.isSaid else { return nil }
            let store = ChangeStore(transaction)
            let policy = try store.policy(of: field)
            if policy == .approved {
                let waiting = try store.requests(by: account, limit: 100).filter { $0.state == .waiting }
                // The same form sent twice asks once.
                if waiting.contains(where: { $0.field == field && $0.subject == subject && $0.new == value }) { return .waiting }
                guard waiting.count < Self.mostWaiting else {
                    throw HouseholdRefusal.tooMany("\(Self.mostWaiting) modifications attendent déjà la réponse du service\u{A0}: attendez-la.")
                }
            } else {
                try store.apply(value, to: field, of: subject)
            }
            let id = try store.insert(
                field,
                of: subject,
                in: known.household,
                from: known.value,
                to: value,
                state: policy.state,
                by: account,
                at: now
            )
            // The values stay with the change, where they can be erased.
            try AuditLog.record(in: transaction, by: .account(account), .changeAsked, on: id, detail: "\(field.rawValue) \(subject)", at: now)
            return policy.state
        }
    }

    /// What this adult has changed or asked for, the latest first. Nothing about a child that is now kept from the adult.
    package func requests(of access: HouseholdAccess, limit: Int = 50) throws -> [ChangeRequest] {
        try portal.database.read { try ChangeStore($0).requests(by: access.account, limit: limit) }
            .filter { $0.field.owner != .child || access.child(Identifier($0.subject)) != nil }
    }

    /// Accepts a request, which then takes effect, or refuses it. What was only notified is marked as read.
    ///
    /// - Parameter refusal: why; nil to accept.
    /// - Throws: `FieldErrors` without a reason; `HouseholdRefusal.unknown` when it does not wait any more.
    package func settle(_ id: Identifier<ChangeRequest>, refusal: String?, by member: Identifier<StaffMember>) async throws {
        var errors = FieldErrors()
        let reason = try refusal.map { refusal in
            guard let text = errors.text(refusal, ChangeSettling.Field.reason, longest: 500, missing: "Dites pourquoi, pour la famille.") else {
                throw errors
            }
            return text
        }
        let now = portal.clock.now
        try await portal.database.write { transaction in
            let store = ChangeStore(transaction)
            guard let request = try store.request(id) else { throw HouseholdRefusal.unknown }
            let state: ChangeState = request.state == .notified ? .done : reason == nil ? .accepted : .refused
            guard try store.settle(id, to: state, reason: reason ?? "", by: member, at: now) else { throw HouseholdRefusal.unknown }
            if state == .accepted { try store.apply(request.new, to: request.field, of: request.subject) }
            try AuditLog.record(in: transaction, by: .staff(member), .changeSettled, on: id, detail: state.rawValue, at: now)
            // What was only notified was never a question.
            guard state != .done, let asker = try store.asker(of: id), let owner = try AccountOwnerStore(transaction).owner(of: asker),
                let email = owner.email, let settings = try PortalCatalogueStore(transaction).load()?.settings
            else { return }
            let mail = Mail.change(request.field, to: email, salutation: owner.salutation, reason: reason, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: asker, at: now)
        }
    }

    private static let mostWaiting = 20
}

/// The form that settles a change.
package enum ChangeSettling {
    enum Field: String {
        case reason = "motif"
    }

    /// The field for the reason: a page shows several of these forms.
    package static func reason(of request: Identifier<ChangeRequest>) -> String { "\(Field.reason.rawValue)-\(request.rawValue)" }
}

extension ChangeValue {
    /// The school year that a change of school is about; today's for anything else.
    ///
    /// - Throws: `FieldErrors` for a year that is neither this nor the next: what was is for the staff to correct.
    fileprivate func schoolYear(of field: ChangeField, today: CivilDate) throws(FieldErrors) -> SchoolYear {
        let this = SchoolYear(containing: today)
        guard field == .school else { return this }
        guard let year = lines.first.flatMap(SchoolYear.init(name:)), [this, this.next].contains(year) else {
            throw FieldErrors(ChangePart.schoolYear, "Choisissez l'année scolaire en cours ou la prochaine.")
        }
        return year
    }
}

extension ChangePolicy {
    fileprivate var state: ChangeState {
        switch self {
        case .free: .done
        case .notified: .notified
        case .approved: .waiting
        }
    }
}

extension HouseholdAccess {
    /// What a field says now, and the household whose file it is in.
    ///
    /// - Parameter year: the one of which a child's school is asked.
    /// - Returns: `isSaid`: whether the value was said of this year itself.
    fileprivate func current(_ field: ChangeField, of subject: Int64, in year: SchoolYear) throws(HouseholdRefusal) -> (
        value: ChangeValue, household: Identifier<Household>, isSaid: Bool
    ) {
        switch field.owner {
        case .adult:
            guard adult.id.rawValue == subject, let household = families.first?.household.id else { throw .unknown }
            return (adult.value(of: field), household, true)
        case .household:
            try requireDecision(for: Identifier(subject))
            guard let household = family(Identifier(subject))?.household else { throw .unknown }
            return (field == .situation ? ChangeValue([""]) : household.address.changeValue, household.id, true)
        case .child:
            guard let child = child(Identifier(subject)), let household = households(of: child.id).first else { throw .unknown }
            guard relation(to: child.id)?.holdsAuthority == true else { throw .noAuthority }
            let identity = [child.firstName, child.lastName, child.birthDay.iso]
            let school = [year.name, child.schooling.school(on: year.firstDay), child.schooling.schoolClass(on: year.firstDay)]
            return field == .school
                ? (ChangeValue(school), household.id, child.schooling.said(of: year) != nil) : (ChangeValue(identity), household.id, true)
        }
    }
}

extension Adult {
    fileprivate func value(of field: ChangeField) -> ChangeValue {
        switch field {
        case .phone: ChangeValue([phone?.international ?? ""])
        case .name: ChangeValue([firstName, lastName])
        default: address.changeValue
        }
    }
}

extension AuditAct {
    /// Subject: the change request, which has both values.
    fileprivate static let changeAsked = AuditAct(rawValue: "change.asked")
    /// Subject: the change request.
    fileprivate static let changeSettled = AuditAct(rawValue: "change.settled")
}
