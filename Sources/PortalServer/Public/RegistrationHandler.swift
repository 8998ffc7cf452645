import HTMLTemplates
import PortalCore

enum RegistrationHandler {
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        let identity = try context.arrival?.identity
        let form = identity.map { FormState(values: $0.fields) } ?? FormState()
        return context.page(RegistrationPage(frame: context.frame, form: form, identity: identity))
    }

    /// Creates the account and opens its session. Whatever is wrong comes back next to its field, with everything else filled in.
    static func register(_ context: VisitorContext, _ form: FormFields) async throws -> HTTPResponse {
        let (site, browser) = (context.site, context.browser)
        do {
            let registered = try await site.accounts.register(
                Registration(form),
                from: context.request.clientAddress,
                on: browser,
                attaching: context.arrival,
                confirmationLink: { site.absoluteAddress(of: PublicPage.emailConfirmation(token: $0)) }
            )
            // Where each child has its key, the others are asked for at once.
            let isByChild = context.catalogue.settings.keyScope == .child
            let next = isByChild ? context.links.to(.key) : context.links.to(.home as ParentPage)
            return context.opening(registered.session, as: .parent, on: browser, next: next, saying: .accountCreated)
        } catch let errors as FieldErrors {
            return try refused(context, form, errors.entries.map { FieldError($0.field, $0.message) }, .unprocessableContent)
        } catch let refusal as IdentityRefusal {
            return try FranceConnectHandler.refused(context, refusal)
        } catch let refusal as SignInRefusal {
            return try refused(context, form, [FieldError(Registration.Field.key.rawValue, refusal.french)], refusal.status)
        }
    }

    private static func refused(_ context: VisitorContext, _ form: FormFields, _ errors: [FieldError], _ status: HTTPStatus) throws
        -> HTTPResponse
    {
        let typed = Registration.Field.allCases.filter { $0 != .password }.map { ($0.rawValue, form[$0.rawValue] ?? "") }
        let state = FormState(values: Dictionary(uniqueKeysWithValues: typed), errors: errors)
        return context.page(RegistrationPage(frame: context.frame, form: state, identity: try context.arrival?.identity), status: status)
    }
}

extension VerifiedIdentity {
    /// What it fills in of the form.
    var fields: [String: String] {
        typealias Field = Registration.Field
        let known: [(Field, String?)] = [(.title, title?.rawValue), (.firstName, firstName), (.lastName, lastName), (.email, email?.text)]
        return Dictionary(known.map { ($0.0.rawValue, $0.1 ?? "") }, uniquingKeysWith: { first, _ in first })
    }
}

extension Registration {
    /// What the browser sent; a field that is missing is empty, and refused as such.
    fileprivate init(_ form: FormFields) {
        func value(_ field: Field) -> String { form[field.rawValue] ?? "" }
        self.init(
            title: value(.title),
            firstName: value(.firstName),
            lastName: value(.lastName),
            street: value(.street),
            postalCode: value(.postalCode),
            city: value(.city),
            phone: value(.phone),
            email: value(.email),
            login: value(.login),
            password: value(.password),
            key: value(.key)
        )
    }
}
