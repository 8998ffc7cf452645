import HTMLTemplates
import PortalCore

enum HomeHandler {
    /// How far ahead "Les prochains jours" looks.
    private static let daysAhead = 14

    static func show(_ context: ParentContext) throws -> HTTPResponse {
        let model = HomePage.Model(
            salutation: context.access.adult.salutation,
            previousLoginAt: context.session.previousLoginAt,
            lastRequests: try context.requests.latest(of: context.access, limit: 1),
            children: context.access.children,
            coGuardians: context.access.coGuardians,
            comingDays: try comingDays(context)
        )
        return context.page(HomePage(frame: context.frame, model: model))
    }

    private static func comingDays(_ context: ParentContext) throws -> [ComingDay] {
        let agendas = AgendaService(context.site.portal, context.catalogue)
        let lines = try context.access.children.flatMap { child in
            let entries = try agendas.agenda(of: child.id, from: context.today, days: daysAhead, for: context.access) ?? []
            return entries.filter { $0.state == .reserved }.map { ($0.date, "\(child.firstName) · \($0.activityName), \($0.unitName.lowercased())") }
        }
        return Dictionary(grouping: lines, by: \.0).sorted { $0.key < $1.key }.prefix(5).map { ComingDay(date: $0.key, lines: $0.value.map(\.1)) }
    }
}
