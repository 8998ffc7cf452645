import HTMLTemplates
import PortalCore

enum FamilyHandler {
    static func show(_ context: ParentContext) throws -> HTTPResponse {
        let login = try context.site.accounts.account(context.session.account)?.login ?? ""
        return context.page(
            FamilyPage(
                frame: context.frame,
                reader: context.access.adult,
                login: login,
                families: context.access.families,
                decided: Set(context.access.families.map(\.household.id).filter(context.access.decides)),
                priorities: try priorities(context),
                today: context.today
            )
        )
    }

    /// What holds for each household, where the town gives priorities.
    private static func priorities(_ context: ParentContext) throws -> [Identifier<Household>: FamilyPriorities] {
        let catalogue = context.catalogue
        let marks = try context.marks.marks(of: context.access)
        let families = context.access.families.map { family in
            let isResident = catalogue.ranksResidents && catalogue.settings.isResident(family.household.address)
            return (family.household.id, FamilyPriorities(marks: marks[family.household.id] ?? [], isResident: isResident))
        }
        return catalogue.priorities.isEmpty && marks.isEmpty ? [:] : Dictionary(uniqueKeysWithValues: families)
    }
}
