import HTMLTemplates
import PortalCore

extension AccountHandler {
    static func contacts(_ context: AccountContext) -> HTTPResponse {
        let contacts = OwnContacts(of: context.adult)
        let values: [OwnContacts.Field: String] = [
            .street: contacts.street, .postalCode: contacts.postalCode, .city: contacts.city, .phone: contacts.phone,
        ]
        let state = FormState(values: Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) }))
        return page(.contacts, state, context)
    }

    static func changeContacts(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        func typed(_ field: OwnContacts.Field) -> String { form[field.rawValue] ?? "" }
        let contacts = OwnContacts(street: typed(.street), postalCode: typed(.postalCode), city: typed(.city), phone: typed(.phone))
        do {
            try await context.site.accounts.changeContacts(of: context.session.account, to: contacts)
            return context.redirect(to: context.links.to(.overview), saying: .contactsChanged)
        } catch let errors as FieldErrors {
            let values = OwnContacts.Field.allCases.map { ($0.rawValue, typed($0)) }
            return page(.contacts, FormState(values: Dictionary(uniqueKeysWithValues: values), errors: errors), context)
        }
    }

    static func password(_ context: AccountContext, _ state: FormState) throws -> HTTPResponse {
        let login = try context.site.accounts.account(context.session.account)?.login ?? ""
        return page(context.session.mustChoosePassword ? .firstPassword(login: login) : .password(login: login), state, context)
    }

    static func changePassword(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            if context.session.mustChoosePassword { return try await chooseFirstPassword(context, form) }
            try await context.site.accounts.changePassword(
                of: context.session.account,
                from: form[NewPasswordField.current.rawValue] ?? "",
                to: form[NewPasswordField.new.rawValue] ?? "",
                keeping: context.token,
                from: context.request.clientAddress
            )
            return context.redirect(to: context.links.to(.overview), saying: .passwordChanged)
        } catch let errors as FieldErrors {
            return try password(context, FormState(errors: errors))
        }
    }

    private static func chooseFirstPassword(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let new = form[NewPasswordField.new.rawValue] ?? ""
        try await context.site.accounts.chooseFirstPassword(of: context.session.account, new, keeping: context.token)
        return context.redirect(to: context.links.to(.home as ParentPage), saying: .firstPasswordChosen)
    }

    static func email(_ context: AccountContext, _ state: FormState) -> HTTPResponse {
        page(.email(current: context.adult.email?.text), state, context)
    }

    static func changeEmail(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let (site, typed) = (context.site, form[EmailChangeField.email.rawValue] ?? "")
        do {
            try await site.accounts.askForEmailChange(
                of: context.session.account,
                to: typed,
                password: form[EmailChangeField.password.rawValue] ?? "",
                from: context.request.clientAddress,
                link: { site.absoluteAddress(of: PublicPage.emailConfirmation(token: $0)) }
            )
            return context.redirect(to: context.links.to(.overview), saying: .emailChangeAsked)
        } catch let errors as FieldErrors {
            return email(context, FormState(values: [EmailChangeField.email.rawValue: typed], errors: errors))
        }
    }

    private static func page(_ form: AccountForm, _ state: FormState, _ context: AccountContext) -> HTTPResponse {
        context.page(
            AccountFormPage(frame: context.frame, form: form, state: state),
            status: state.errors.isEmpty ? .ok : .unprocessableContent
        )
    }
}
