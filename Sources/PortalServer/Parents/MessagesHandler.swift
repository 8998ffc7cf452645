import HTMLTemplates
import PortalCore

enum MessagesHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(MessagesPage(frame: context.frame, messages: try context.site.outbox.messages(to: context.session.account)))
    }
}
