import HTMLTemplates
import PortalCore

/// The answers when a page cannot be shown: what happened, in words, and what to do.
struct FailurePages: Sendable {
    let assets: AssetAddresses

    /// An answer for any error. What is not the visitor's doing gets a reference, on the page and in the log.
    func answer(_ error: any Error, _ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        switch error {
        case PageFailure.signInRequired: signIn(request, site)
        case PageFailure.passwordChoiceRequired: first(site?.links.to(.password))
        case PageFailure.householdRequired: first(site?.links.to(.recognition))
        case PageFailure.secondFactorRequired: first(site?.links.to(.secondFactor as StaffPage))
        case let failure as PageFailure: page(Self.explanation(failure), Self.status(failure), request, site, allowed: failure.allowed)
        case DatabaseError.overloaded, PasswordHasherFailure.overloaded: busy(request, site)
        case DatabaseError.full, DatabaseError.broken: unavailable(error, request, site)
        // The town's colours are in the database that does not answer: the page does without.
        case DatabaseError.unreachable: unavailable(error, request, nil)
        case DatabaseError.uncertain: uncertain(error, request, site)
        default: fault(error, request, site)
        }
    }

    /// Sends somebody who is signed in to the page that comes before all others.
    private func first(_ page: Link?) -> HTTPResponse { .redirect(to: page?.address ?? "/") }

    /// Sends the visitor to sign in, and back to the page afterwards.
    private func signIn(_ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        guard let site else { return .redirect(to: "/") }
        let address = PageAddress(request)
        if StaffPage(address) != nil || AccountDeskPage(address) != nil || AttendanceDeskPage(address) != nil {
            return .redirect(to: site.links.to(.signIn as StaffPage).address)
        }
        guard request.method == .post else { return .redirect(to: site.links.to(.signIn(next: ParentPage(address))).address) }
        // A form that was left open too long: what it asked for is lost, and that is said.
        var response = HTTPResponse.redirect(to: site.links.to(.signIn(next: pageOfForm(at: address))).address)
        response.setCookies(site.cookies.setting(.notice, to: PassingNotice.sessionOver.rawValue))
        return response
    }

    /// Where a form of the planning is filled in again; nil for other forms.
    private func pageOfForm(at address: PageAddress) -> ParentPage? {
        switch ParentPage(address) {
        case .fill: .fill
        case .planning, .recap, .bookings: .planning(nil)
        default: nil
        }
    }

    private func busy(_ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        var response = page(
            FailureExplanation(
                title: "Le portail est très demandé",
                message: "Rien n'a été enregistré. Attendez quelques secondes, puis recommencez."
            ),
            .serviceUnavailable,
            request,
            site
        )
        response.headers.append("Retry-After", "5")
        return response
    }

    private func unavailable(_ error: any Error, _ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        Terminal.complain("erreur \(request.id) \(request.method.name) \(request.path): \(error)")
        var response = page(
            FailureExplanation(
                title: "Le portail ne peut pas enregistrer pour le moment",
                message: "Rien n'a été enregistré. Réessayez dans quelques minutes. Si vous appelez le service, donnez la référence \(request.id)."
            ),
            .serviceUnavailable,
            request,
            site
        )
        response.headers.append("Retry-After", "60")
        return response
    }

    /// The connection to the database was cut while it was writing, and the server could not be asked since. A form that is sent again carries the
    /// same token: it counts once.
    private func uncertain(_ error: any Error, _ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        Terminal.complain("erreur \(request.id) \(request.method.name) \(request.path): \(error)")
        var response = page(
            FailureExplanation(
                title: "Votre demande a peut-être été enregistrée",
                message: "La liaison s'est coupée au moment de l'enregistrer. Rechargez cette page pour l'envoyer de nouveau\u{A0}: elle ne "
                    + "comptera qu'une fois. Si vous appelez le service, donnez la référence \(request.id)."
            ),
            .serviceUnavailable,
            request,
            site
        )
        response.headers.append("Retry-After", "5")
        return response
    }

    /// The error itself goes to the log only: it may name tables, never what was in them.
    private func fault(_ error: any Error, _ request: HTTPRequest, _ site: PortalSite?) -> HTTPResponse {
        Terminal.complain("erreur \(request.id) \(request.method.name) \(request.path): \(error)")
        return page(
            FailureExplanation(
                title: "Une erreur s'est produite de notre côté",
                message: "Votre demande n'a pas abouti. Réessayez\u{A0}; si l'erreur revient, donnez au service la référence \(request.id)."
            ),
            .internalServerError,
            request,
            site
        )
    }

    private func page(
        _ explanation: FailureExplanation,
        _ status: HTTPStatus,
        _ request: HTTPRequest,
        _ site: PortalSite?,
        allowed: [HTTPMethod] = []
    ) -> HTTPResponse {
        let settings = site.flatMap { try? $0.catalogue().settings }
        var response = HTTPResponse.html(status, render(FailurePage(explanation: explanation, settings: settings), assets: assets))
        if !allowed.isEmpty { response.headers.append("Allow", allowed.map(\.name).joined(separator: ", ")) }
        return response
    }
}
