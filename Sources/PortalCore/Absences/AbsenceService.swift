/// Reporting absences, and what becomes of them.
package struct AbsenceService: Sendable {
    let portal: Portal
    let catalogue: PortalCatalogue
    /// Whether an antivirus looks at certificates before anybody opens them.
    let hasAntivirus: Bool
    /// The address of the page where families answer the places that are offered to them, for the mails.
    let waitingPage: String?

    package init(_ portal: Portal, _ catalogue: PortalCatalogue, hasAntivirus: Bool, waitingPage: String? = nil) {
        self.hasAntivirus = hasAntivirus
        self.waitingPage = waitingPage
        self.portal = portal
        self.catalogue = catalogue
    }

    /// What an absence would change if it were confirmed now. Writes nothing.
    ///
    /// - Throws: `FieldErrors`, each next to its field.
    package func review(_ form: AbsenceForm, by access: HouseholdAccess) throws -> AbsenceReview {
        let now = portal.clock.now
        let absence = try form.checked(by: access, in: catalogue, today: ParisTime.date(now))
        return try portal.database.read { try AbsenceReview(absence, of: access, catalogue, in: $0, at: now) }
    }

    /// The absences of an adult's households, the latest first.
    package func absences(of access: HouseholdAccess, limit: Int = 50) throws -> [Absence] {
        try portal.database.read { try AbsenceStore($0).absences(for: access.adult.id, limit: limit) }
    }

    /// One of them with its days and certificates; nil for a stranger's, as for one that does not exist.
    package func absence(_ id: Identifier<Absence>, of access: HouseholdAccess) throws -> AbsenceFile? {
        guard let file = try file(id), access.family(file.absence.household) != nil, access.child(file.absence.child.id) != nil else { return nil }
        return file
    }

    func file(_ id: Identifier<Absence>) throws -> AbsenceFile? {
        try portal.database.read { transaction in
            guard let absence = try AbsenceStore(transaction).absence(id) else { return nil }
            return AbsenceFile(
                absence: absence,
                days: try AbsenceStore(transaction).days(of: id, child: absence.child.id),
                certificates: try SentFileStore(transaction).files(of: id)
            )
        }
    }
}

/// An absence with its days and its certificates.
package struct AbsenceFile: Hashable, Sendable {
    package let absence: Absence
    package let days: [AbsenceDay]
    /// In the order in which they were sent.
    package let certificates: [Certificate]
}

extension AbsenceReview {
    init(
        _ absence: ReportedAbsence,
        of access: HouseholdAccess,
        _ catalogue: PortalCatalogue,
        in transaction: any Transaction,
        at now: Instant
    ) throws {
        let (first, last) = (absence.days.lowerBound, absence.days.upperBound)
        let facts = try BookingFacts(of: access, catalogue, from: first, through: last, in: transaction, at: now)
        let bookings = try BookingStore(transaction).bookings(ofChildrenOf: access.adult.id, from: first, through: last)
        let care = try CareFileStore(transaction, catalogue).files(of: access, absence.days)
        let reported = ReportedDays(
            slots: try AbsenceStore(transaction).reported(ofChildrenOf: access.adult.id, from: first, through: last),
            careDays: try AbsenceStore(transaction).reported(care.map(\.contract.id), from: first, through: last)
        )
        self.init(absence, Array(bookings.values), care, reported: reported, facts)
    }
}
