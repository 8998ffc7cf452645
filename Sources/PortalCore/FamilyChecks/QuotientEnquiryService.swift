/// "Demander à la CAF": the quotient of a household from API Particulier. One per portal whose operator has set the access up.
package struct QuotientEnquiryService: Sendable {
    private let portal: Portal
    private let client: ParticulierClient
    private let throttle: AttemptThrottle

    package init(_ portal: Portal, _ client: ParticulierClient) {
        self.portal = portal
        self.client = client
        throttle = AttemptThrottle(portal, area: "quotients")
    }

    /// Who asks.
    package enum Asker: Hashable, Sendable {
        /// A parent, about themselves only.
        case account(Identifier<Account>)
        /// The desk, about any adult of the household, who was told.
        case staff(Identifier<StaffMember>)
    }

    /// Asks, and keeps value, month and provider as the household's income until the CAF has looked at incomes again. The identity is not kept.
    ///
    /// - Parameter isProven: whether FranceConnect says that the identity is the asker's: then it needs no namesake in the household.
    /// - Throws: `QuotientRefusal`; `HouseholdRefusal.unknown` for a household that is not the parent's.
    package func ask(
        of person: AllocataireIdentity,
        isProven: Bool = false,
        for household: Identifier<Household>,
        by asker: Asker
    ) async throws -> OfficialQuotient {
        let now = portal.clock.now
        let adults = try portal.database.read { transaction -> [Adult]? in
            switch asker {
            case .staff: return try FamilyStore(transaction).family(household)?.adults
            case .account(let account):
                guard let access = try HouseholdAccess(account: account, in: transaction) else { return nil }
                try access.requireDecision(for: household)
                return [access.adult]
            }
        }
        guard let adults else { throw HouseholdRefusal.unknown }
        // Nobody learns a stranger's quotient by typing the stranger's birth.
        guard isProven || adults.contains(where: person.mayBe) else { throw QuotientRefusal.otherPerson }
        let attempt = AttemptThrottle.Attempt(key: "foyer \(household.rawValue)", limit: .quotientEnquiries)
        if let wait = try await throttle.begin([attempt], at: now) { throw QuotientRefusal.waiting(seconds: wait) }
        do {
            let found = try await client.quotient(of: person)
            try await keep(found, of: household, by: asker, at: now)
            return found
        } catch let refusal as QuotientRefusal {
            // Nothing was done for the form, which may be sent again.
            try await FormSubmission.aside {
                try await portal.database.write { try QuotientEnquiryService.note(refusal.word, of: household, by: asker, in: $0, at: now) }
            }
            throw refusal
        }
    }

    private func keep(_ found: OfficialQuotient, of household: Identifier<Household>, by asker: Asker, at now: Instant) async throws {
        let days = OfficialQuotient.validity(on: ParisTime.date(now))
        try await portal.database.write { transaction in
            try OfficialQuotientStore(transaction).insert(found, source: .particulier, of: household, on: days, by: asker, at: now)
            try QuotientEnquiryService.note(
                "\(found.provider.rawValue) \(found.value.french) (\(found.month.iso))",
                of: household,
                by: asker,
                in: transaction,
                at: now
            )
        }
    }

    private static func note(_ word: String, of household: Identifier<Household>, by asker: Asker, in transaction: any Transaction, at now: Instant)
        throws
    {
        try AuditLog.record(in: transaction, by: asker.actor, .quotientAsked, on: household, detail: word, at: now)
    }
}

extension OfficialQuotient {
    /// Until the end of January: then the CAF looks at incomes again, and gives the new quotient in February.
    static func validity(on today: CivilDate) -> ClosedRange<CivilDate> {
        let year = today.month == 1 ? today.year : today.year + 1
        return today...(CivilDate(year: year, month: 1, day: 31) ?? today)
    }
}

extension QuotientEnquiryService.Asker {
    var actor: Actor {
        switch self {
        case .account(let account): .account(account)
        case .staff(let member): .staff(member)
        }
    }

    /// The two columns of a row that one or the other has written.
    var columns: (account: Identifier<Account>?, staff: Identifier<StaffMember>?) {
        switch self {
        case .account(let account): (account, nil)
        case .staff(let member): (nil, member)
        }
    }
}

extension AttemptLimit {
    /// Questions to the CAF about one household.
    static let quotientEnquiries = AttemptLimit(free: 4, firstDelay: 60, longestDelay: 3600)
}

extension AuditAct {
    /// Subject of these: the household.
    fileprivate static let quotientAsked = AuditAct(rawValue: "household.quotientAsked")
}
