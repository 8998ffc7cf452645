/// What the staff do with care contracts: list them, sign them, change them from a day on, end them.
package struct NurseryDesk: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue

    package init(_ portal: Portal, _ catalogue: PortalCatalogue) {
        self.portal = portal
        self.catalogue = catalogue
    }

    /// The nurseries with regular care where a member works.
    package func nurseries(for member: StaffMember) -> [Activity] {
        catalogue.activities.filter { $0.nursery != nil && member.scope.covers($0) }
    }

    /// A nursery's contracts that run or are to come, by name.
    package func contracts(in activity: Activity) throws -> [CareContract] {
        let today = portal.clock.today
        return try portal.database.read {
            try CareContractStore($0).contracts(in: activity.id, from: today, through: today.adding(days: 730))
        }
    }

    /// A child's contracts, the earliest first.
    package func contracts(of child: Identifier<Child>) throws -> [CareContract] {
        guard catalogue.activities.contains(where: { $0.nursery != nil }) else { return [] }
        return try portal.database.read { try CareContractStore($0).contracts(of: child) }
    }

    /// One contract, with what was noted in a month; nil where there is none, or the member works elsewhere.
    package func file(_ id: Identifier<CareContract>, in month: Month, for member: StaffMember) throws -> CareFile? {
        let days = month.firstDay...month.lastDay
        guard let file = try portal.database.read({ try CareFileStore($0, catalogue).file(id, days) }), member.scope.covers(file.activity) else {
            return nil
        }
        return file
    }

    /// Signs a contract for a child of a household.
    ///
    /// - Parameter link: the contract's address for the family, for the mail.
    /// - Returns: nil where the child does not live in the household.
    /// - Throws: `FieldErrors`, each next to its field.
    package func sign(
        _ form: CareForm,
        of child: Identifier<Child>,
        by household: Identifier<Household>,
        member: StaffMember,
        link: @escaping @Sendable (Identifier<CareContract>) -> String?
    ) async throws -> Identifier<CareContract>? {
        guard let activity = nurseries(for: member).first(where: { $0.code == form[CareForm.Field.nursery] }) else {
            throw FieldErrors(CareForm.Field.nursery, "Choisissez la structure.")
        }
        let terms = try form.terms(in: activity)
        let last = try form.lastDay(after: terms.firstDay)
        let now = portal.clock.now
        let settings = catalogue.settings
        return try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("child:\(child.rawValue)")])
            guard let family = try FamilyStore(transaction).family(household), family.custody(of: child) != nil else { return nil }
            let store = CareContractStore(transaction)
            let others = try store.contracts(of: child).filter { $0.activity == activity.id }
            if let other = others.first(where: { $0.firstDay <= last ?? .distantFuture && $0.lastDay ?? .distantFuture >= terms.firstDay }) {
                throw FieldErrors(CareForm.Field.firstDay, "Un contrat court déjà \(other.frenchDays)\u{A0}: mettez-y fin d'abord, ou modifiez-le.")
            }
            let id = try store.insert(of: child, by: household, in: activity.id, from: terms.firstDay, through: last, terms, at: now)
            let detail = "enfant \(child.rawValue), dès le \(terms.firstDay.iso), \(terms.frenchHours)"
            try AuditLog.record(in: transaction, by: .staff(member.id), .contractSigned, on: id, detail: detail, at: now)
            let news = "Le contrat d'accueil de votre enfant commence le \(terms.firstDay.french)."
            try CareNews(transaction, settings).tell(news, of: id, link: link(id), at: now)
            return id
        }
    }

    /// Changes the hours of a contract, or its allowance of leave, from a day on.
    ///
    /// - Returns: false where there is no such contract.
    /// - Throws: `FieldErrors`, each next to its field.
    package func amend(_ id: Identifier<CareContract>, _ form: CareForm, by member: StaffMember, link: String?) async throws -> Bool {
        guard let file = try file(id, in: Month(containing: portal.clock.today), for: member) else { return false }
        let terms = try form.terms(in: file.activity)
        let now = portal.clock.now
        let settings = catalogue.settings
        try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(id.rawValue)")])
            let store = CareContractStore(transaction)
            guard let contract = try store.contract(id) else { return }
            guard contract.covers(terms.firstDay) else {
                throw FieldErrors(CareForm.Field.firstDay, "Ce jour n'est pas dans le contrat, qui court \(contract.frenchDays).")
            }
            try refuseLocked(from: terms.firstDay, CareForm.Field.firstDay, in: transaction)
            try store.put(terms, of: id)
            try giveBackLostDays(of: id, from: terms.firstDay, in: transaction)
            let detail = "dès le \(terms.firstDay.iso), \(terms.frenchHours), \(terms.yearlyLeave) jours de congés"
            try AuditLog.record(in: transaction, by: .staff(member.id), .contractAmended, on: id, detail: detail, at: now)
            let news = "Le contrat d'accueil de \(contract.child.firstName) change à partir du \(terms.firstDay.french)."
            try CareNews(transaction, settings).tell(news, of: id, link: link, at: now)
        }
        return true
    }

    /// Sets a contract's last day, or takes it away.
    ///
    /// - Returns: false where there is no such contract.
    /// - Throws: `FieldErrors`, each next to its field.
    package func end(_ id: Identifier<CareContract>, _ form: CareForm, by member: StaffMember, link: String?) async throws -> Bool {
        guard let file = try file(id, in: Month(containing: portal.clock.today), for: member) else { return false }
        let last = try form.lastDay(after: file.contract.firstDay)
        let now = portal.clock.now
        let settings = catalogue.settings
        try await portal.database.write { transaction in
            try transaction.lock([.booking, .alone("contract:\(id.rawValue)")])
            let store = CareContractStore(transaction)
            guard let contract = try store.contract(id), contract.lastDay != last else { return }
            let ends = [contract.lastDay, last].compactMap(\.self).min()
            if let ends { try refuseLocked(from: ends.adding(days: 1), CareForm.Field.lastDay, in: transaction) }
            try store.end(id, on: last)
            if let last { try giveBackLostDays(of: id, from: last, in: transaction) }
            try AuditLog.record(in: transaction, by: .staff(member.id), .contractEnded, on: id, detail: last?.iso ?? "sans fin", at: now)
            let child = contract.child.firstName
            let news =
                last.map { "Le contrat d'accueil de \(child) prend fin le \($0.french)." }
                ?? "Le contrat d'accueil de \(child) n'a plus de date de fin."
            try CareNews(transaction, settings).tell(news, of: id, link: link, at: now)
        }
        return true
    }

    /// The leave of days for which nothing is agreed any more holds nothing.
    private func giveBackLostDays(of id: Identifier<CareContract>, from first: CivilDate, in transaction: any Transaction) throws {
        guard let contract = try CareContractStore(transaction).contract(id) else { return }
        let store = FamilyLeaveStore(transaction)
        let lost = try store.leaves(of: id).flatMap(\.days).map(\.date).filter { $0 >= first && contract.span(on: $0) == nil }
        try store.release(lost, of: id)
    }

    /// - Throws: `FieldErrors` when days from one on are locked for invoicing.
    private func refuseLocked(from first: CivilDate, _ field: CareForm.Field, in transaction: any Transaction) throws {
        guard try !BillingLockStore(transaction).locks(from: first, through: .distantFuture).isEmpty else { return }
        throw FieldErrors(field, "Des jours à partir de cette date sont verrouillés pour la facturation\u{A0}: choisissez une date plus tardive.")
    }
}

/// Writes to a contract's family what it says now.
private struct CareNews {
    private let transaction: any Transaction
    private let settings: PortalSettings

    init(_ transaction: any Transaction, _ settings: PortalSettings) {
        self.transaction = transaction
        self.settings = settings
    }

    func tell(_ news: String, of id: Identifier<CareContract>, link: String?, at now: Instant) throws {
        let store = CareContractStore(transaction)
        guard let contract = try store.contract(id) else { return }
        for (account, email, salutation) in try store.recipients(of: contract) {
            let mail = Mail.careContract(contract, news: news, to: email, salutation: salutation, link: link, from: settings)
            try OutboxStore(transaction).enqueue(mail, to: account, at: now)
        }
    }
}

extension CareForm {
    /// nil for a contract whose end is not known.
    ///
    /// - Throws: `FieldErrors` for a day that does not exist, or comes before the first.
    fileprivate func lastDay(after first: CivilDate) throws(FieldErrors) -> CivilDate? {
        guard !self[Field.lastDay].isEmpty else { return nil }
        guard let last = CivilDate(iso: self[Field.lastDay]) else { throw FieldErrors(Field.lastDay, "Ce jour n'existe pas.") }
        guard last >= first else { throw FieldErrors(Field.lastDay, "Le dernier jour vient avant le premier.") }
        return last
    }
}

extension CivilDate {
    /// Later than any contract.
    fileprivate static let distantFuture = CivilDate(year: 9999, month: 12, dayAtMost: 31)
}
