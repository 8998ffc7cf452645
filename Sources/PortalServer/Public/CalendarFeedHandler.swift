import HTMLTemplates
import PortalCore

/// A family's agenda for a calendar that knows its secret address. No cookie is read or set.
enum CalendarFeedHandler {
    static func show(_ request: HTTPRequest, _ site: PortalSite, token: String) throws -> HTTPResponse {
        do {
            let calendar = try site.feeds.calendar(under: token, site.catalogue())
            let tag = "\"\(calendar.fingerprint)\""
            let headers: HTTPHeaders = ["ETag": "W/\(tag)", "Cache-Control": "private, max-age=900", "X-Robots-Tag": "noindex"]
            if request.hasCopy(tagged: tag) { return HTTPResponse(.notModified, headers: headers) }
            var response = HTTPResponse(.ok, headers: headers, body: Array(calendar.text.utf8))
            response.headers.append("Content-Type", "text/calendar; charset=utf-8")
            response.headers.append("Content-Disposition", "inline; filename=\"agenda.ics\"")
            return response
        } catch CalendarFeedRefusal.tooOften {
            var response = HTTPResponse.text(.tooManyRequests, "Cet agenda est demandé trop souvent. Réessayez dans une heure.\n")
            response.headers.append("Retry-After", "3600")
            return response
        } catch CalendarFeedRefusal.unknown {
            throw PageFailure.notFound
        }
    }
}
