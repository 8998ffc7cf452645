import HTMLTemplates
import PortalCore

enum RequestsHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(RequestsPage(frame: context.frame, requests: try context.requests.latest(of: context.access, limit: 50)))
    }

    static func show(_ context: ParentContext, _ id: Identifier<Request>) throws -> HTTPResponse {
        guard let request = try context.requests.request(id, of: context.access) else { throw PageFailure.notFound }
        return context.page(RequestPage(frame: context.frame, request: request))
    }
}

extension ParentContext {
    var requests: RequestService { RequestService(site.portal, catalogue) }
    var bookings: BookingService { BookingService(site.portal, catalogue, waitingPage: site.waitingPage) }
    var regulations: RegulationService { RegulationService(site.portal, catalogue) }
    var waitingList: WaitingListService { WaitingListService(site.portal, catalogue, page: site.waitingPage) }
}
