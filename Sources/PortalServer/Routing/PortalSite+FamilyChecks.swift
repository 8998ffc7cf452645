import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a staff page about the yearly check.
    func respond(with page: FamilyCheckDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(.readFamilies)
        return switch (page, context.request.pageMethod) {
        case (.list(let filter), .get): try FamilyCheckDeskHandler.list(context, filter)
        case (.list(let filter), .post): try await FamilyCheckDeskHandler.remind(context, context.form(), filter)
        case (.export(let filter), .get): try FamilyCheckDeskHandler.export(context, filter)
        case (.list, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        case (.export, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        }
    }
}
