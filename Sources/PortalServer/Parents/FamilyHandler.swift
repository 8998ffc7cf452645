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
                today: context.today
            )
        )
    }
}
