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
        let service = AbsenceService(portal, catalogue, hasAntivirus: false)
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
            try await service.report(form, certificate: report.sendsCertificate ? DemoFile.pdf : [], key: key, by: access)
        }
    }
}
