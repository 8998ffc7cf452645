import HTMLTemplates
import PortalCore

/// The code after the password, for parents and for the staff.
enum SignInCodeHandler {
    static func show(_ context: VisitorContext, next: ParentPage?) throws -> HTTPResponse {
        guard context.step != nil else { return context.redirect(to: context.links.to(.signIn(next: next))) }
        return page(context, next: next)
    }

    static func signIn(_ context: VisitorContext, _ form: FormFields, next: ParentPage?) async throws -> HTTPResponse {
        let browser = context.browser
        do {
            let session = try await context.site.accounts.signIn(step: context.step ?? "", code: form.code, on: browser)
            return context.opening(session, as: .parent, on: browser, next: try context.landing(next))
        } catch let refusal as SignInRefusal {
            return page(context, next: next, refusal)
        }
    }

    static func showToStaff(_ context: VisitorContext) throws -> HTTPResponse {
        guard context.step != nil else { return context.redirect(to: context.links.to(.signIn as StaffPage)) }
        return staffPage(context)
    }

    static func signInStaff(_ context: VisitorContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            let session = try await context.site.staff.signIn(step: context.step ?? "", code: form.code)
            return context.opening(session, as: .staff, next: context.links.to(.home as StaffPage))
        } catch let refusal as SignInRefusal {
            return staffPage(context, refusal)
        }
    }

    private static func page(_ context: VisitorContext, next: ParentPage?, _ refusal: SignInRefusal? = nil) -> HTTPResponse {
        let links = context.links
        return page(context, links.to(.signInCode(next: next)), restart: links.to(.signIn(next: next)), refusal)
    }

    private static func staffPage(_ context: VisitorContext, _ refusal: SignInRefusal? = nil) -> HTTPResponse {
        page(context, context.links.to(.signInCode as StaffPage), restart: context.links.to(.signIn as StaffPage), refusal)
    }

    private static func page(_ context: VisitorContext, _ link: Link, restart: Link, _ refusal: SignInRefusal?) -> HTTPResponse {
        let errors = refusal.map { [FieldError(SecondFactorService.Field.code.rawValue, $0.french)] } ?? []
        let page = SignInCodePage(frame: context.frame, link: link, restart: restart, form: FormState(errors: errors))
        return context.page(page, status: refusal?.status ?? .ok)
    }
}

extension FormFields {
    fileprivate var code: String { self[SecondFactorService.Field.code.rawValue] ?? "" }
}

extension VisitorContext {
    /// What the browser keeps between the password and the code.
    fileprivate var step: String? { site.cookies.value(.step, in: request) }

    /// Asks for the code of somebody whose first proof was right.
    func asking(_ half: HalfSignIn, on link: Link) -> HTTPResponse {
        var response = redirect(to: link)
        response.setCookies(site.cookies.setting(.step, to: half.token.text))
        return response
    }
}
