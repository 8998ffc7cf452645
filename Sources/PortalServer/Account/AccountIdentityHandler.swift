import HTMLTemplates
import PortalCore

/// "FranceConnect" in "Mon compte".
enum AccountIdentityHandler {
    static func show(_ context: AccountContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        let status: HTTPStatus = form.errors.isEmpty ? .ok : .unprocessableContent
        return context.page(FranceConnectPage(frame: context.frame, state: try state(context), form: form), status: status)
    }

    /// Attaches the identity that the browser has just proven, or detaches the one that is attached.
    static func change(_ context: AccountContext, _ form: FormFields) async throws -> HTTPResponse {
        let (service, account, address) = (try context.identities, context.session.account, context.request.clientAddress)
        let password = form[IdentityField.password.rawValue] ?? ""
        do {
            switch IdentityAct(rawValue: form[IdentityAct.field] ?? "") {
            case .attach:
                let secret = context.identitySecret ?? ""
                try await service.attach(in: secret, to: account, session: context.token, password: password, from: address)
                return context.redirect(to: context.links.to(.franceConnect), saying: .identityAttached)
            case .detach:
                try await service.detach(from: account, password: password, from: address)
                return context.redirect(to: context.links.to(.franceConnect), saying: .identityDetached)
            case nil: throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
            }
        } catch let errors as FieldErrors {
            return try show(context, FormState(errors: errors))
        } catch let refusal as IdentityRefusal {
            return try show(context, FormState(errors: [FieldError(IdentityField.password.rawValue, refusal.french)]))
        }
    }

    private static func state(_ context: AccountContext) throws -> FranceConnectPage.State {
        let service = try context.identities
        if let linked = try service.identity(of: context.session.account) { return .on(linked) }
        let arrival = try context.identitySecret.flatMap { try service.arrival(in: $0) }
        guard let arrival, arrival.account == nil || arrival.account == context.session.account else { return .off }
        return .toConfirm(arrival.identity)
    }
}

extension AccountContext {
    fileprivate var identities: IdentityService {
        get throws {
            guard let service = site.identities else { throw PageFailure.notFound }
            return service
        }
    }
}
