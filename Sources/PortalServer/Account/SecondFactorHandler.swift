import HTMLTemplates
import PortalCore

/// Somebody who is signed in and may have a second factor.
protocol SecondFactorContext: PageContext {
    var factorOwner: FactorOwner { get }
    /// The page of the second factor.
    var factorLink: Link { get }
    var factorCrumbs: [Crumb] { get }
    /// Where to go on to once it is on.
    var factorNext: Link { get }
    var mustHaveFactor: Bool { get }
}

extension AccountContext: SecondFactorContext {
    var factorOwner: FactorOwner { .account(session.account) }
    var factorLink: Link { links.to(.secondFactor as AccountPage) }
    var factorCrumbs: [Crumb] { [frame.homeCrumb, Crumb("Mon compte", links.to(.overview))] }
    var factorNext: Link { links.to(.overview) }
    var mustHaveFactor: Bool { false }
}

extension StaffContext: SecondFactorContext {
    var factorOwner: FactorOwner { .staff(member.id) }
    var factorLink: Link { links.to(.secondFactor as StaffPage) }
    var factorCrumbs: [Crumb] { [Crumb("Aujourd'hui", links.to(.home as StaffPage))] }
    var factorNext: Link { links.to(.home as StaffPage) }
    var mustHaveFactor: Bool { catalogue.settings.staffSecondFactor == .required }
}

enum SecondFactorHandler {
    static func show(_ context: some SecondFactorContext, _ form: FormState = FormState()) throws -> HTTPResponse {
        let model = SecondFactorPage.Model(
            state: try context.site.secondFactors.state(of: context.factorOwner),
            link: context.factorLink,
            crumbs: context.factorCrumbs,
            isRequired: context.mustHaveFactor,
            form: form
        )
        return context.page(SecondFactorPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Begins, turns on, gives out new recovery codes, or turns off.
    static func change(_ context: some SecondFactorContext, _ form: FormFields) async throws -> HTTPResponse {
        let (factors, owner) = (context.site.secondFactors, context.factorOwner)
        let typed = form[SecondFactorService.Field.code.rawValue] ?? ""
        guard let act = SecondFactorAct(rawValue: form[SecondFactorAct.field] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            switch act {
            case .begin:
                try await factors.begin(for: owner)
                return context.redirect(to: context.factorLink)
            case .confirm: return codes(context, try await factors.confirm(typed, for: owner))
            case .renewCodes: return codes(context, try await factors.renewRecoveryCodes(typed, for: owner))
            case .disable:
                guard !context.mustHaveFactor else { throw PageFailure.forbidden("Votre collectivité demande un code à tous ses agents.") }
                try await factors.disable(typed, for: owner)
                return context.redirect(to: context.factorLink, saying: .secondFactorOff)
            }
        } catch let errors as FieldErrors {
            return try show(context, FormState(errors: errors))
        }
    }

    private static func codes(_ context: some SecondFactorContext, _ codes: [String]) -> HTTPResponse {
        context.page(RecoveryCodesPage(frame: context.frame, codes: codes, crumbs: context.factorCrumbs, next: context.factorNext))
    }
}
