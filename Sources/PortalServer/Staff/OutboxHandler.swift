import HTMLTemplates
import PortalCore

enum OutboxHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        let messages = try context.site.outbox.messages(limit: 100)
        return context.page(OutboxPage(frame: context.frame, messages: messages, unreachable: try context.unreachableAddresses.count()))
    }

    static func show(_ context: StaffContext, _ id: Identifier<OutboxMessage>) throws -> HTTPResponse {
        guard let message = try context.site.outbox.message(id) else { throw PageFailure.notFound }
        return context.page(MailPage(frame: context.frame, message: message))
    }

    static func listUnreachable(_ context: StaffContext) throws -> HTTPResponse {
        let lines = try context.unreachableAddresses.lines()
        return context.page(UnreachableAddressesPage(frame: context.frame, lines: lines, mayRetry: context.mayRetry))
    }

    /// Lets the next mail to an address be tried.
    static func tryAgain(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        guard let address = form[UnreachableAddressesPage.addressField] else { throw PageFailure.badRequest("Choisissez une adresse.") }
        try context.require(.manageFamilies)
        _ = try await context.unreachableAddresses.tryAgain(address, by: context.member.id)
        return context.redirect(to: context.links.to(.unreachableAddresses), saying: .saved)
    }
}

extension StaffContext {
    fileprivate var unreachableAddresses: UnreachableAddressService { UnreachableAddressService(site.portal) }

    /// Whether the member may have an address tried again.
    fileprivate var mayRetry: Bool { member.role.has(.manageFamilies) }
}
