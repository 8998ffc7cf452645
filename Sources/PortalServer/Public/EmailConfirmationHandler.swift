import HTMLTemplates
import PortalCore

enum EmailConfirmationHandler {
    static func show(_ context: VisitorContext, token: String) throws -> HTTPResponse {
        context.page(EmailConfirmationPage(frame: context.frame, state: .asked(token: token)))
    }

    static func confirm(_ context: VisitorContext, _ form: FormFields, token: String) async throws -> HTTPResponse {
        switch try await context.site.accounts.confirmEmail(token: token) {
        case .confirmed: context.redirect(to: context.links.to(.welcome), saying: .emailConfirmed)
        case .otherAwaited: context.redirect(to: context.links.to(.welcome), saying: .emailHalfConfirmed)
        case .changed: context.redirect(to: context.links.to(.welcome), saying: .emailChanged)
        case .expired(let expiry):
            refused(
                context,
                "Ce lien était valable jusqu'au \(expiry.french). Pour en recevoir un autre, connectez-vous et ouvrez «\u{A0}Mon compte\u{A0}»."
            )
        case .unknown: refused(context, "Ce lien n'est pas reconnu. Il a peut-être été coupé\u{A0}: recopiez-le en entier.")
        }
    }

    private static func refused(_ context: VisitorContext, _ sentence: String) -> HTTPResponse {
        context.page(EmailConfirmationPage(frame: context.frame, state: .refused(sentence)), status: .notFound)
    }
}
