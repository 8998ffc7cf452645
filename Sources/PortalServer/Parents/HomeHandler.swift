import HTMLTemplates
import PortalCore

enum HomeHandler {
    /// How far ahead "Les prochains jours" looks: a week is enough for most families, and half as much to read.
    private static let daysAhead = [7, 14]
    private static let daysShown = 4

    static func show(_ context: ParentContext) throws -> HTTPResponse {
        let model = HomePage.Model(
            salutation: context.access.adult.salutation,
            previousLoginAt: context.session.previousLoginAt,
            unreachable: try UnreachableAddressService(context.site.portal).state(of: context.access.adult.email),
            lastRequests: try context.requests.latest(of: context.access, limit: 1),
            children: context.access.children,
            coGuardians: context.access.coGuardians,
            awaited: try context.waitingList.places(of: context.access),
            documents: try context.documents.asks(of: context.access),
            owed: try context.arrears.arrears(of: context.access).reduce(.zero) { $0 + $1.amount },
            key: RandomToken(bytes: 18, from: SystemRandom()).text,
            comingDays: try comingDays(context),
            unchecked: try FamilyCheckService(context.site.portal).unchecked(for: context.access),
            careChildren: try context.nurseries.currentFiles(of: context.access).map(\.contract.child.firstName),
            outings: try OutingService(context.site.portal, context.catalogue).invitations(of: context.access),
            openStops: try openStops(context)
        )
        return context.page(HomePage(frame: context.frame, model: model))
    }

    /// The bus stops that the adult has to say, for the children whom it decides for.
    private static func openStops(_ context: ParentContext) throws -> [(child: Child, line: ChildBusLine)] {
        try context.access.children.filter { context.access.relation(to: $0.id)?.holdsAuthority == true }.flatMap { child in
            try context.childStops.lines(of: child.id).filter(\.isOpen).map { (child, $0) }
        }
    }

    /// The nearest days on which a child is expected somewhere.
    private static func comingDays(_ context: ParentContext) throws -> [ComingDay] {
        var found: [ComingDay] = []
        for days in daysAhead where found.count < daysShown { found = try comingDays(context, within: days) }
        return found
    }

    private static func comingDays(_ context: ParentContext, within days: Int) throws -> [ComingDay] {
        let agendas = try AgendaService(context.site.portal, context.catalogue).agendas(from: context.today, days: days, for: context.access)
        var lines: [CivilDate: [ComingDay.Line]] = [:]
        for child in context.access.children {
            for (date, entries) in Dictionary(grouping: (agendas[child.id] ?? []).filter(isShown), by: \.date) {
                lines[date, default: []].append(ComingDay.Line(child: child.firstName, units: units(entries)))
            }
        }
        return lines.sorted { $0.key < $1.key }.prefix(daysShown).map { ComingDay(date: $0.key, lines: $0.value) }
    }

    /// What is expected, and what has been closed: a family must see that it need not come.
    private static func isShown(_ entry: AgendaEntry) -> Bool {
        if case .closed = entry.remark { true } else { entry.state == .reserved }
    }

    /// "Matin avec repas, Soir (part à 17 h 30)": the day says enough of the activity.
    private static func units(_ entries: [AgendaEntry]) -> String { entries.map(unit).joined(separator: ", ") }

    private static func unit(_ entry: AgendaEntry) -> String {
        if case .closed(let reason) = entry.remark { "\(entry.unitName) fermé (\(reason))" } else { entry.unitWords }
    }
}
