import HTMLTemplates
import PortalCore

enum FamilyCheckDeskHandler {
    static func list(_ context: StaffContext, _ filter: FamilyCheckFilter) throws -> HTTPResponse {
        let page = FamilyCheckListPage(
            frame: context.frame,
            year: context.checkDesk.year,
            lines: try context.checkDesk.lines(),
            filter: filter,
            reminders: context.catalogue.settings.checkReminders,
            mayRemind: context.member.role.has(.manageFamilies),
            now: context.now
        )
        return context.page(page)
    }

    static func export(_ context: StaffContext, _ filter: FamilyCheckFilter) throws -> HTTPResponse {
        let year = context.checkDesk.year
        let rows = try context.checkDesk.lines().filter(filter.keeps).map { line in
            [
                line.name, line.check?.at.frenchNumeric ?? "", line.check?.by ?? "", line.stale.map(\.french).joined(separator: ", "),
                line.remindedAt?.frenchNumeric ?? "", line.isReachable ? "oui" : "non",
            ].map(ReportTable.Cell.text)
        }
        let table = ReportTable(
            title: "Vérification annuelle \(year)-\(year + 1)",
            columns: ["Foyer", "Certifié le", "Par", "À revoir", "Dernière relance", "Espace en ligne"],
            sections: [ReportTable.Section(title: "", rows: rows)]
        )
        return ReportHandler.file(table, "verification-\(year)", .csv, madeAt: context.now)
    }

    static func remind(_ context: StaffContext, _ form: FormFields, _ filter: FamilyCheckFilter) async throws -> HTTPResponse {
        try context.require(.manageFamilies)
        let site = context.site
        let count = try await context.checkDesk.remind(by: context.member.id) { site.absoluteAddress(of: FamilyFilePage.review($0)) }
        return context.redirect(
            to: context.links.to(FamilyCheckDeskPage.list(filter)),
            saying: count == 0 ? .nobodyReminded : .familiesReminded
        )
    }
}

extension StaffContext {
    fileprivate var checkDesk: FamilyCheckDesk { FamilyCheckDesk(site.portal, catalogue.settings) }
}
