import HTMLTemplates
import PortalCore

enum RegulationsHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(RegulationsPage(frame: context.frame, states: try context.regulations.states(for: context.access)))
    }

    static func show(_ context: ParentContext, _ code: String) throws -> HTTPResponse {
        guard let state = try context.regulations.states(for: context.access).first(where: { $0.regulation.code == code }) else {
            throw PageFailure.notFound
        }
        return context.page(RegulationPage(frame: context.frame, state: state))
    }

    /// Notes that the reader accepts the version that the page showed; another one by now is shown instead.
    static func accept(_ context: ParentContext, _ form: FormFields, _ code: String) async throws -> HTTPResponse {
        let isAccepted = try await context.regulations.accept(code, version: form[RegulationPage.version] ?? "", by: context.access)
        return isAccepted ? context.redirect(to: context.links.to(.planning(nil)), saying: .saved) : try show(context, code)
    }
}
