import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a staff page about schools and classes.
    func respond(with page: SchoolingDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(.manageFamilies)
        do {
            return switch (page, context.request.pageMethod) {
            case (.child(let child, let year), .get): try SchoolingHandler.show(context, child, year)
            case (.child(let child, _), .post): try await SchoolingHandler.correct(context, context.form(), child)
            case (.passage(let school), .get): try YearPassageHandler.show(context, school: school)
            case (.passage, .post): try await YearPassageHandler.decide(context, context.form())
            case (.child, _), (.passage, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
            }
        } catch HouseholdRefusal.unknown {
            throw PageFailure.notFound
        }
    }
}
