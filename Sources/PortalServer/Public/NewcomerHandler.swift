import HTMLTemplates
import PortalCore

enum NewcomerHandler {
    static func show(_ context: VisitorContext) throws -> HTTPResponse {
        let identity = try context.arrival?.identity
        let form = identity.map { FormState(values: $0.fields) } ?? FormState()
        return context.page(NewcomerPage(frame: context.frame, form: form, identity: identity))
    }

    /// Creates the account and the request that goes with it. What is wrong comes back next to its field, with everything else filled in.
    static func register(_ context: VisitorContext, _ form: FormFields) async throws -> HTTPResponse {
        let (site, browser) = (context.site, context.browser)
        do {
            let registered = try await site.accounts.registerNewcomer(
                NewcomerRegistration(form),
                from: context.request.clientAddress,
                on: browser,
                attaching: context.arrival,
                confirmationLink: { site.absoluteAddress(of: PublicPage.emailConfirmation(token: $0)) }
            )
            return context.opening(
                registered.session,
                as: .parent,
                on: browser,
                next: context.links.to(.recognition),
                saying: .newcomerRegistered
            )
        } catch let errors as FieldErrors {
            return try refused(context, form, errors, .unprocessableContent)
        } catch let refusal as IdentityRefusal {
            return try FranceConnectHandler.refused(context, refusal)
        } catch let refusal as SignInRefusal {
            return try refused(context, form, FieldErrors(Registration.Field.email, refusal.french), refusal.status)
        }
    }

    private static func refused(_ context: VisitorContext, _ form: FormFields, _ errors: FieldErrors, _ status: HTTPStatus) throws
        -> HTTPResponse
    {
        let person = Registration.Field.allCases.filter { $0 != .password }.map { ($0.rawValue, form[$0.rawValue] ?? "") }
        let values = Dictionary(person + RecognitionForm.typed(form), uniquingKeysWith: { first, _ in first })
        let state = FormState(values: values, errors: errors)
        return context.page(NewcomerPage(frame: context.frame, form: state, identity: try context.arrival?.identity), status: status)
    }
}

extension NewcomerRegistration {
    /// What the browser sent; a field that is missing is empty, and refused as such.
    fileprivate init(_ form: FormFields) {
        func value(_ field: Registration.Field) -> String { form[field.rawValue] ?? "" }
        self.init(
            title: value(.title),
            firstName: value(.firstName),
            lastName: value(.lastName),
            contacts: OwnContacts(street: value(.street), postalCode: value(.postalCode), city: value(.city), phone: value(.phone)),
            email: value(.email),
            password: value(.password),
            family: RecognitionForm(form)
        )
    }
}

extension RecognitionForm {
    /// What the browser sent.
    init(_ form: FormFields) {
        func value(_ field: Field) -> String { form[field.rawValue] ?? "" }
        let children = (0..<RecognitionForm.mostChildren).map {
            ChildLine(firstName: value(.firstName($0)), lastName: value(.lastName($0)), birthDay: value(.birthDay($0)))
        }
        self.init(children: children, message: value(.message))
    }

    /// The same, to fill the form in again.
    static func typed(_ form: FormFields) -> [(String, String)] {
        let fields = (0..<RecognitionForm.mostChildren).flatMap { [Field.firstName($0), .lastName($0), .birthDay($0)] } + [.message]
        return fields.map { ($0.rawValue, form[$0.rawValue] ?? "") }
    }
}
