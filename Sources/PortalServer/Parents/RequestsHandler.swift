import HTMLTemplates
import PortalCore

enum RequestsHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        context.page(RequestsPage(frame: context.frame, requests: try context.requests.latest(of: context.access, limit: 50)))
    }

    static func show(_ context: ParentContext, _ id: Identifier<Request>) throws -> HTTPResponse {
        guard let request = try context.requests.request(id, of: context.access) else { throw PageFailure.notFound }
        let frame = context.frame
        let model = RequestPage.Model(
            frame: frame.around(.requests),
            request: request,
            planning: context.links.to(.planning(request.lines.first.map { Month(containing: $0.change.slot.date) })),
            home: context.links.to(.home as ParentPage),
            crumbs: [frame.homeCrumb, Crumb("Mes demandes", context.links.to(.requests))]
        )
        return context.page(RequestPage(model))
    }
}

extension ParentContext {
    var requests: RequestService { RequestService(site.portal, catalogue) }
    var bookings: BookingService { BookingService(site.portal, catalogue, waitingPage: site.waitingPage) }
    var regulations: RegulationService { RegulationService(site.portal, catalogue) }
    var waitingList: WaitingListService { WaitingListService(site.portal, catalogue, page: site.waitingPage) }
}
