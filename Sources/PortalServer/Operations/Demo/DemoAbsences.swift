import PortalCore

/// Lets a few families report absences, with or without a certificate, so that the service has some to judge.
struct DemoAbsences {
    let portal: Portal

    /// Which of the first accounts report one, and whether they send a certificate along. The very first leaves its days to the visitor.
    private static let reports = [(account: 2, sendsCertificate: true), (account: 3, sendsCertificate: false), (account: 5, sendsCertificate: true)]
    /// How far ahead a booked day is looked for.
    private static let daysAhead = 5

    func fill() async throws {
        guard let catalogue = try portal.database.read({ try PortalCatalogueStore($0).load() }) else { return }
        let service = AbsenceService(portal, catalogue)
        let accounts = try portal.database.read { try DemoStore($0).firstAccounts(6) }
        let today = portal.clock.today
        for report in DemoAbsences.reports where report.account < accounts.count {
            let account = accounts[report.account]
            guard let access = try portal.database.read({ try HouseholdAccess(account: account, in: $0) }), let child = access.children.first,
                let key = IdempotencyKey("demonstration-absence-\(account.rawValue)"), let reason = catalogue.absenceReasons.first
            else { continue }
            let form = AbsenceForm(
                children: [String(child.id.rawValue)],
                firstDay: today.iso,
                lastDay: today.adding(days: DemoAbsences.daysAhead).iso,
                activities: [],
                reason: reason
            )
            guard try service.review(form, by: access).wantsCertificate else { continue }
            try await service.report(form, certificate: report.sendsCertificate ? DemoAbsences.certificate : [], key: key, by: access)
        }
    }

    /// A page without content: a PDF that every reader opens.
    private static let certificate = Array(
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 298 420]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF

        """.utf8
    )
}
