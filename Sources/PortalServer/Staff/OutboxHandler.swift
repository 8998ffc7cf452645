import HTMLTemplates
import PortalCore

enum OutboxHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        return context.page(OutboxPage(frame: context.frame, messages: try context.site.outbox.messages(limit: 100)))
    }

    static func show(_ context: StaffContext, _ id: Identifier<OutboxMessage>) throws -> HTTPResponse {
        guard let message = try context.site.outbox.message(id) else { throw PageFailure.notFound }
        return context.page(MailPage(frame: context.frame, message: message))
    }
}
