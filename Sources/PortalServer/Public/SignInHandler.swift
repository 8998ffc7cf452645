import HTMLTemplates
import PortalCore

enum SignInHandler {
    static func show(_ context: VisitorContext, next: ParentPage?) throws -> HTTPResponse {
        context.page(SignInPage(frame: context.frame, next: next, form: FormState()))
    }

    /// Opens a session and goes to the page that was asked for. After a refusal the form comes back with the login filled in.
    static func signIn(_ context: VisitorContext, _ form: FormFields, next: ParentPage?) async throws -> HTTPResponse {
        let (login, browser) = (form[SignInField.login] ?? "", context.browser)
        do {
            let session = try await context.site.accounts.signIn(
                login: login,
                password: form[SignInField.password] ?? "",
                from: context.request.clientAddress,
                on: browser
            )
            return context.opening(session, as: .parent, on: browser, next: try context.landing(next))
        } catch let half as HalfSignIn {
            return context.asking(half, on: context.links.to(.signInCode(next: next)))
        } catch let refusal as SignInRefusal {
            let state = FormState(values: [SignInField.login: login], errors: [FieldError(SignInField.login, refusal.french)])
            return context.page(SignInPage(frame: context.frame, next: next, form: state), status: refusal.status)
        }
    }
}

enum StaffSignInHandler {
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        context.page(StaffSignInPage(frame: context.frame, form: FormState()))
    }

    static func signIn(_ context: VisitorContext, _ form: FormFields) async throws -> HTTPResponse {
        let login = form[SignInField.login] ?? ""
        do {
            let session = try await context.site.staff.signIn(
                login: login,
                password: form[SignInField.password] ?? "",
                from: context.request.clientAddress
            )
            return context.opening(session, as: .staff, next: context.links.to(.home as StaffPage))
        } catch let half as HalfSignIn {
            return context.asking(half, on: context.links.to(.signInCode as StaffPage))
        } catch let refusal as SignInRefusal {
            let state = FormState(values: [SignInField.login: login], errors: [FieldError(SignInField.login, refusal.french)])
            return context.page(StaffSignInPage(frame: context.frame, form: state), status: refusal.status)
        }
    }
}

extension VisitorContext {
    /// Gives the browser its session. The visitor's own secret goes away, so that no form from before is valid afterwards.
    ///
    /// - Parameter browser: the one to know again by its own cookie; nil where nobody asks for that.
    func opening(
        _ session: SessionToken,
        as purpose: SessionCookies.Purpose,
        on browser: VisitingBrowser? = nil,
        next: Link,
        saying notice: PassingNotice? = nil
    ) -> HTTPResponse {
        var response = HTTPResponse.redirect(to: next.address)
        if let browser { response.setCookies(site.cookies.setting(.browser, to: browser.token, keptFor: VisitingBrowser.memory)) }
        response.setCookies(site.cookies.setting(purpose, to: session.text))
        response.setCookies(site.cookies.removing(.visitor))
        response.setCookies(site.cookies.removing(.step))
        if let notice { response.setCookies(site.cookies.setting(.notice, to: notice.rawValue)) }
        return response
    }
}

extension SignInRefusal {
    /// 422 beside the field for a wrong password, 429 (RFC 6585) when it is too early to try again.
    var status: HTTPStatus {
        switch self {
        case .wrongCredentials, .firstPasswordExpired, .wrongCode, .stepEnded: .unprocessableContent
        case .tooManyAttempts: .tooManyRequests
        }
    }
}
