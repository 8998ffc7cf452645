import HTMLTemplates
import PortalCore

/// A request that has been let in: who asks, and what the answer carries whatever the page.
protocol PageContext: Sendable {
    var site: PortalSite { get }
    var request: HTTPRequest { get }
    var catalogue: PortalCatalogue { get }
    var reader: Reader { get }
    /// The cookie that this person's forms are bound to.
    var formSecret: String { get }
    /// Cookies that the answer sets besides the page's own.
    var cookies: [String] { get }
}

extension PageContext {
    var links: PortalLinks { site.links }
    var now: Instant { site.portal.clock.now }
    var today: CivilDate { ParisTime.date(now) }

    /// What surrounds the page.
    var frame: PortalFrame {
        PortalFrame(
            settings: catalogue.settings,
            reader: reader,
            token: FormToken(CSRFToken(for: formSecret).text),
            passing: passing,
            offersFranceConnect: site.identities != nil
        )
    }

    /// Answers with a page. It shows the passing notice, if there is one, for the only time.
    func page(_ page: some HTML, status: HTTPStatus = .ok, capacity: Int = 24_576) -> HTTPResponse {
        var response = HTTPResponse.html(status, render(page, assets: site.assets, capacity: capacity))
        response.setCookies(cookies)
        if passing != nil { response.setCookies(site.cookies.removing(.notice)) }
        return response
    }

    /// Sends the browser to another page, which shows the notice.
    func redirect(to link: Link, saying notice: PassingNotice? = nil) -> HTTPResponse {
        var response = HTTPResponse.redirect(to: link.address)
        response.setCookies(cookies)
        if let notice { response.setCookies(site.cookies.setting(.notice, to: notice.rawValue)) }
        return response
    }

    /// The fields of the posted form, once it is sure that this portal gave the form to this person.
    ///
    /// - Throws: `PageFailure.badRequest` when the body is not a form, `.staleForm` when the form was not made for this person.
    func form() throws -> FormFields {
        let fields = try readableForm(request)
        guard CSRFToken.isValid(fields[FormToken.fieldName] ?? "", for: formSecret) else { throw PageFailure.staleForm }
        return fields
    }

    private var passing: PassingNotice? { site.cookies.value(.notice, in: request).flatMap(PassingNotice.init(rawValue:)) }
}

extension HTTPResponse {
    /// Adds `Set-Cookie` fields.
    mutating func setCookies(_ cookies: [String]) {
        for cookie in cookies { headers.append("Set-Cookie", cookie) }
    }
}

private func readableForm(_ request: HTTPRequest) throws(PageFailure) -> FormFields {
    do {
        return try request.form
    } catch {
        switch error {
        case .notAForm: throw .badRequest("La page attendait un formulaire.")
        case .tooManyFields, .fieldTooLong: throw .badRequest("Le formulaire est trop long.")
        case .malformed: throw .badRequest("Le formulaire est illisible.")
        }
    }
}
