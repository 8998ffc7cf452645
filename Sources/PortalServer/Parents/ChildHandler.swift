import HTMLTemplates
import PortalCore

enum ChildHandler {
    /// How far ahead a child's agenda looks: eight weeks.
    private static let daysAhead = 56

    static func show(_ context: ParentContext, _ id: Identifier<Child>) throws -> HTTPResponse {
        guard let child = context.access.child(id), let relation = context.access.relation(to: id) else { throw PageFailure.notFound }
        let agendas = AgendaService(context.site.portal, context.catalogue)
        let entries = try agendas.agenda(of: id, from: context.today, days: daysAhead, for: context.access) ?? []
        let enrolled = try context.site.portal.database.read { transaction in
            try EnrolmentStore(transaction).enrolments(
                ofChildrenOf: context.access.adult.id,
                from: context.today,
                through: context.today.adding(days: daysAhead)
            )
        }
        let activities = context.catalogue.activities.filter { activity in enrolled.contains { $0.child == id && $0.activity == activity.id } }
        return context.page(
            ChildPage(
                frame: context.frame,
                child: child,
                entries: entries,
                activities: activities.map(\.name),
                buses: try context.childStops.lines(of: id),
                relation: relation,
                hasTwoHomes: try context.custodyWishes.custody(of: id, for: context.access) != nil,
                today: context.today
            )
        )
    }
}
