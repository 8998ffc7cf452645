import PortalCore

@testable import PortalServer

extension AccessTown {
    /// One thing of each kind.
    struct Things {
        let child: Identifier<Child>
        let adult: Identifier<Adult>
        let contact: Identifier<ChildContact>
        let household: Identifier<Household>
        let request: Identifier<Request>
        let mail: Identifier<OutboxMessage>
        let activity: String
        let colleague: Identifier<StaffMember>
        var campaign = Identifier<KeyCampaign>(1)
        let absence: Identifier<Absence>
        let document: Identifier<SupportingDocument>
        let documentFile: Identifier<DocumentFile>
        let contract: Identifier<CareContract>
        /// Booked, at the activity "periscolaire", whose families say when a child leaves.
        let evening: BookingSlot
    }

    /// A parent's own things, of which those that no demonstration has are made.
    static func things(of login: String, in town: TestTown, activity: String) async throws -> Things {
        let access = try town.access(login)
        guard let child = access.children.first, let household = access.families.first?.household, let recipient = EmailAddress("a@courriel.example")
        else { throw TestTown.Missing() }
        let document = try await sendDocument(of: child.id, by: access.account, in: town)
        return try await town.portal.database.write { transaction in
            let request: [Identifier<Request>] = try transaction.query(
                """
                INSERT INTO requests (kind, account_id, household_id, created_at, idempotency_key, granted)
                VALUES ('réservations', $1, $2, 1782900000, $3, 1) RETURNING id
                """,
                access.account,
                household.id,
                "clé \(login)"
            ) { try $0[0] }
            // A parent sees the requests that speak of children that it may see.
            try transaction.execute(
                """
                INSERT INTO request_lines (request_id, position, child_id, day, unit_id, change, outcome, price, surcharge, reason)
                SELECT CAST($1 AS BIGINT), 1, CAST($2 AS BIGINT), 20000, min(id), 1, 1, 0, 0, '' FROM units
                """,
                request[0],
                child.id
            )
            let contact: [Identifier<ChildContact>] = try transaction.query("SELECT id FROM child_contacts WHERE child_id = $1", child.id) {
                try $0[0]
            }
            let absence: [Identifier<Absence>] = try transaction.query(
                """
                INSERT INTO absences (request_id, household_id, account_id, child_id, reason, first_day, last_day, reported_at, state, note)
                VALUES ($1, $2, $3, $4, 'Maladie', 20000, 20000, 1782900000, 0, '') RETURNING id
                """,
                request[0],
                household.id,
                access.account,
                child.id
            ) { try $0[0] }
            let nurseries: [Identifier<Activity>] = try transaction.query("SELECT id FROM activities WHERE code = 'petite-enfance'") { try $0[0] }
            let start = CivilDate(dayNumber: 20_700)
            let contract = try CareContractStore(transaction).insert(
                of: child.id,
                by: household.id,
                in: nurseries[0],
                from: start,
                through: nil,
                CareTerms(firstDay: start, week: CareWeek([:]), oddWeek: nil, yearlyLeave: 30),
                at: Instant(seconds: 1_782_900_000)
            )
            let mail = Mail(recipient: recipient, subject: "Essai", body: "Pour \(child.fullName)")
            let now = Instant(seconds: 1_782_900_000)
            return Things(
                child: child.id,
                adult: access.adult.id,
                contact: contact[0],
                household: household.id,
                request: request[0],
                mail: try OutboxStore(transaction).enqueue(mail, to: access.account, at: now),
                activity: activity,
                colleague: Identifier(activity == "mercredis" ? 2 : 3),
                absence: absence[0],
                document: document.id,
                documentFile: document.file,
                contract: contract,
                evening: try bookEvening(of: child.id, for: household.id, in: transaction)
            )
        }
    }

    /// Enrols a child before and after school, and books an evening of the next week.
    private static func bookEvening(
        of child: Identifier<Child>,
        for household: Identifier<Household>,
        in transaction: any Transaction
    ) throws -> BookingSlot {
        guard let activity = try PortalCatalogueStore(transaction).load()?.activity(code: "periscolaire"), let group = activity.groups.first?.id,
            let unit = activity.units.first(where: { $0.code == "soir" })?.id, let date = CivilDate(iso: "2026-11-26"),
            let last = CivilDate(iso: "2027-07-03")
        else { throw TestTown.Missing() }
        let slot = BookingSlot(child: child, unit: unit, date: date)
        try transaction.execute("DELETE FROM enrolments WHERE child_id = $1 AND activity_id = $2", child, activity.id)
        try EnrolmentStore(transaction).insert(Enrolment(child: child, activity: activity.id, group: group, firstDay: date, lastDay: last))
        let bookings = BookingStore(transaction)
        try bookings.delete(slot)
        try bookings.insert(Booking(slot: slot, group: group, household: household, state: .reserved, price: .zero, surcharge: .zero))
        return slot
    }

    private static func sendDocument(
        of child: Identifier<Child>,
        by account: Identifier<Account>,
        in town: TestTown
    ) async throws -> (id: Identifier<SupportingDocument>, file: Identifier<DocumentFile>) {
        guard let key = IdempotencyKey("piece-de-la-matrice-\(account.rawValue)") else { throw TestTown.Missing() }
        let service = DocumentService(town.portal, try town.portalSite.catalogue(), hasAntivirus: false)
        _ = try await service.send([Array("%PDF-1.4".utf8)], for: "assurance", of: .child(child), key: key, by: account)
        let sent = try town.portal.database.read {
            try $0.first("SELECT document_id, id FROM document_files WHERE sent_by = $1", account) {
                (id: try $0[0] as Identifier<SupportingDocument>, file: try $0[1] as Identifier<DocumentFile>)
            }
        }
        guard let sent else { throw TestTown.Missing() }
        return sent
    }
}

extension AccessTown.Things {
    /// Things that nobody has.
    static var missing: AccessTown.Things {
        AccessTown.Things(
            child: Identifier(999_999),
            adult: Identifier(999_999),
            contact: Identifier(999_999),
            household: Identifier(999_999),
            request: Identifier(999_999),
            mail: Identifier(999_999),
            activity: "inconnue",
            colleague: Identifier(999_999),
            campaign: Identifier(999_999),
            absence: Identifier(999_999),
            document: Identifier(999_999),
            documentFile: Identifier(999_999),
            contract: Identifier(999_999),
            evening: BookingSlot(child: Identifier(999_999), unit: Identifier(999_999), date: CivilDate(dayNumber: 20_800))
        )
    }
}
