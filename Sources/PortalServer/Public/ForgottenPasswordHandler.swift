import HTMLTemplates
import PortalCore

enum ForgottenPasswordHandler {
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        context.page(ForgottenPasswordPage(frame: context.frame, state: .asked(FormState())))
    }

    /// One answer for those who have an account and those who have none.
    static func send(_ context: VisitorContext, _ form: FormFields) async throws -> HTTPResponse {
        let typed = String((form[SignInField.login] ?? "").prefix(254))
        guard typed.contains(where: { !$0.isWhitespace }) else {
            return refused(context, typed, "Saisissez votre identifiant ou votre adresse e-mail.", .unprocessableContent)
        }
        let site = context.site
        do {
            try await site.accounts.sendPasswordReset(
                to: typed,
                from: context.request.clientAddress,
                link: { site.absoluteAddress(of: PublicPage.passwordReset(token: $0)) }
            )
            return context.page(ForgottenPasswordPage(frame: context.frame, state: .sent(to: typed)))
        } catch let refusal as SignInRefusal {
            return refused(context, typed, refusal.french, refusal.status)
        }
    }

    private static func refused(_ context: VisitorContext, _ typed: String, _ sentence: String, _ status: HTTPStatus) -> HTTPResponse {
        let state = FormState(values: [SignInField.login: typed], errors: [FieldError(SignInField.login, sentence)])
        return context.page(ForgottenPasswordPage(frame: context.frame, state: .asked(state)), status: status)
    }
}

enum PasswordResetHandler {
    static func show(_ context: VisitorContext, token: String) throws -> HTTPResponse {
        page(context, token, try context.site.accounts.passwordReset(token: token), FormState())
    }

    /// Chooses the password and leads to the sign-in page: the new one is tried at once.
    static func reset(_ context: VisitorContext, _ form: FormFields, token: String) async throws -> HTTPResponse {
        let accounts = context.site.accounts
        do {
            let refused = try await accounts.resetPassword(token: token, to: form[NewPasswordField.new.rawValue] ?? "")
            if let refused { return page(context, token, refused, FormState()) }
            return context.redirect(to: context.links.to(.signIn(next: nil)), saying: .passwordReset)
        } catch let errors as FieldErrors {
            return page(context, token, try accounts.passwordReset(token: token), FormState(errors: errors))
        }
    }

    private static func page(_ context: VisitorContext, _ token: String, _ state: PasswordResetState, _ form: FormState) -> HTTPResponse {
        guard case .usable(let login) = state else {
            return context.page(PasswordResetPage(frame: context.frame, state: .refused(state.refusal ?? "")), status: .notFound)
        }
        let page = PasswordResetPage(frame: context.frame, state: .asked(token: token, login: login, form))
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension FormState {
    /// The sentences of a service next to their fields.
    init(values: [String: String] = [:], errors: FieldErrors) {
        self.init(values: values, errors: errors.entries.map { FieldError($0.field, $0.message) })
    }
}
