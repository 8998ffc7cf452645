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

    /// The nearest days on which a child is expected somewhere.
    private static func comingDays(_ context: ParentContext) throws -> [ComingDay] {
        let agendas = AgendaService(context.site.portal, context.catalogue)
        var lines: [CivilDate: [ComingDay.Line]] = [:]
        for child in context.access.children {
            let entries = try agendas.agenda(of: child.id, from: context.today, days: daysAhead, for: context.access) ?? []
            for (date, entries) in Dictionary(grouping: entries.filter { $0.state == .reserved }, by: \.date) {
                lines[date, default: []].append(ComingDay.Line(child: child.firstName, units: units(entries)))
            }
        }
        return lines.sorted { $0.key < $1.key }.prefix(4).map { ComingDay(date: $0.key, lines: $0.value) }
    }

    /// "Mercredis à l'ALSH : Matin avec repas, Après-midi".
    private static func units(_ entries: [AgendaEntry]) -> String {
        let activities = entries.map(\.activityName).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return activities.map { activity in
            "\(activity)\u{A0}: \(entries.filter { $0.activityName == activity }.map(\.unitName).joined(separator: ", "))"
        }.joined(separator: " · ")
    }
}
