/// "Je vérifie mes informations", once a school year.
package struct YearlyCheck: Hashable, Sendable {
    package let at: Instant
    /// "Marie Dupont".
    package let by: String
}

/// What a household declares about itself each year: that its file is right, and what it earns.
package struct FamilyCheckService: Sendable {
    private let portal: Portal

    package init(_ portal: Portal) {
        self.portal = portal
    }

    /// The year in which a school year begins: it changes on the first of August, when families prepare the next one.
    package static func schoolYear(on day: CivilDate) -> Int { day.month >= 8 ? day.year : day.year - 1 }

    /// The check of this school year; nil while nobody has certified the file.
    package func check(of household: Identifier<Household>) throws -> YearlyCheck? {
        let year = Self.schoolYear(on: ParisTime.date(portal.clock.now))
        return try portal.database.read { try HouseholdIncomeStore($0).check(of: household, in: year) }
    }

    /// The households of an adult who decides for them that have not certified their file this school year.
    package func unchecked(for access: HouseholdAccess) throws -> [Household] {
        let year = Self.schoolYear(on: portal.clock.today)
        return try portal.database.read { transaction in
            let store = HouseholdIncomeStore(transaction)
            return try access.families.map(\.household).filter { try access.decides(for: $0.id) && store.check(of: $0.id, in: year) == nil }
        }
    }

    /// Certifies the file for this school year.
    ///
    /// - Throws: `HouseholdRefusal.unknown` for a household that is not the account's.
    package func certify(_ household: Identifier<Household>, by account: Identifier<Account>) async throws {
        try await changing(household, by: account) { store, now in
            let year = Self.schoolYear(on: ParisTime.date(now))
            try store.putCheck(of: household, in: year, by: account, at: now)
            return (.fileCertified, "\(year)-\(year + 1)")
        }
    }

    /// What is known of a household's quotient, the latest first: what it has declared, and what the CAF or the MSA has given.
    package func incomes(of household: Identifier<Household>) throws -> [HouseholdIncome] {
        try portal.database.read { transaction in
            let declared = try HouseholdIncomeStore(transaction).incomes(of: household)
            let official = try OfficialQuotientStore(transaction).quotients(of: household)
            return (declared + official).sorted { $0.declaredAt > $1.declaredAt }
        }
    }

    /// Notes a quotient that a member of the staff reads on the family's certificate of the CAF or the MSA.
    ///
    /// - Throws: `FieldErrors` about `CertificateForm.Field`; `HouseholdRefusal.unknown` for a household that is not there.
    package func note(_ form: CertificateForm, of household: Identifier<Household>, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        let today = ParisTime.date(now)
        let quotient = try form.checked(today: today)
        try await portal.database.write { transaction in
            guard try FamilyStore(transaction).family(household) != nil else { throw HouseholdRefusal.unknown }
            let days = OfficialQuotient.validity(on: today)
            try OfficialQuotientStore(transaction).insert(quotient, source: .certificate, of: household, on: days, by: .staff(member), at: now)
            let detail = "\(quotient.provider.rawValue) \(quotient.value.french) (\(quotient.month.iso))"
            try AuditLog.record(in: transaction, by: .staff(member), .quotientNoted, on: household, detail: detail, at: now)
        }
    }

    /// The declarations that wait for the staff, the oldest first.
    package func unverified(limit: Int = 200) throws -> [UnverifiedIncome] {
        let today = portal.clock.today
        return try portal.database.read { try HouseholdIncomeStore($0).unverified(on: today, limit: limit) }
    }

    /// Declares what a household earns, until the end of the year: the CAF looks at it again each January.
    ///
    /// - Throws: `HouseholdRefusal.unknown` for a household that is not the account's.
    package func declare(_ facts: FamilyQuotient, of household: Identifier<Household>, by account: Identifier<Account>) async throws {
        try await changing(household, by: account) { store, now in
            let today = ParisTime.date(now)
            let end = CivilDate(year: today.year, month: 12, day: 31) ?? today
            try store.insert(facts, of: household, on: today...max(today, end), by: account, at: now)
            return (.incomeDeclared, "quotient \(facts.value.french)")
        }
    }

    /// Notes that a member of the staff has seen the document.
    ///
    /// - Throws: `HouseholdRefusal.unknown` when it was checked already, or is another household's.
    package func verify(_ id: Identifier<HouseholdIncome>, of household: Identifier<Household>, by member: Identifier<StaffMember>) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard try HouseholdIncomeStore(transaction).verify(id, of: household, by: member, at: now) else { throw HouseholdRefusal.unknown }
            try AuditLog.record(in: transaction, by: .staff(member), .incomeVerified, on: household, at: now)
        }
    }

    private func changing(
        _ household: Identifier<Household>,
        by account: Identifier<Account>,
        _ body: @escaping @Sendable (HouseholdIncomeStore, Instant) throws -> (AuditAct, String)
    ) async throws {
        let now = portal.clock.now
        try await portal.database.write { transaction in
            guard let access = try HouseholdAccess(account: account, in: transaction) else { throw HouseholdRefusal.unknown }
            try access.requireDecision(for: household)
            let (act, detail) = try body(HouseholdIncomeStore(transaction), now)
            try AuditLog.record(in: transaction, by: .account(account), act, on: household, detail: detail, at: now)
        }
    }
}

extension AuditAct {
    /// Subject of these: the household.
    fileprivate static let fileCertified = AuditAct(rawValue: "household.fileCertified")
    fileprivate static let incomeDeclared = AuditAct(rawValue: "household.incomeDeclared")
    fileprivate static let quotientNoted = AuditAct(rawValue: "household.quotientNoted")
    fileprivate static let incomeVerified = AuditAct(rawValue: "household.incomeVerified")
}
