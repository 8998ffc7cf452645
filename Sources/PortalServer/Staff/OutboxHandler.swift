import HTMLTemplates
import PortalCore

enum OutboxHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        try requireRight(context)
        return context.page(OutboxPage(frame: context.frame, messages: try context.site.outbox.messages(limit: 100)))
    }

    static func show(_ context: StaffContext, _ id: Identifier<OutboxMessage>) throws -> HTTPResponse {
        try requireRight(context)
        guard let message = try context.site.outbox.message(id) else { throw PageFailure.notFound }
        return context.page(MailPage(frame: context.frame, message: message))
    }

    private static func requireRight(_ context: StaffContext) throws(PageFailure) {
        guard context.member.role.readsMails else {
            throw .forbidden("Les courriels des familles sont réservés au guichet unique et à l'administration.")
        }
    }
}
