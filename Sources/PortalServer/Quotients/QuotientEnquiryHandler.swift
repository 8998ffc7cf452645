import HTMLTemplates
import PortalCore

/// "Demander à la CAF", for a parent and for the desk.
enum QuotientEnquiryHandler {
    /// What the form shows at first; nil where API Particulier is not set up.
    static func form(_ context: ParentContext, _ household: Identifier<Household>, _ state: FormState?) throws -> QuotientEnquiry? {
        guard context.site.quotients != nil else { return nil }
        let link = context.links.to(.quotient(household) as FamilyFilePage)
        let known = state ?? FormState(values: AllocataireForm.known(of: context.access.adult))
        return QuotientEnquiry(reader: .parent, link: link, identity: try identity(context), form: known)
    }

    static func form(_ context: StaffContext, _ family: Family, _ state: FormState?) -> QuotientEnquiry? {
        guard context.site.quotients != nil else { return nil }
        let link = context.links.to(.quotient(family.household.id) as HouseholdDeskPage)
        let known = state ?? FormState(values: family.adults.first.map { AllocataireForm.known(of: $0) } ?? [:])
        return QuotientEnquiry(reader: .staff, link: link, form: known)
    }

    /// Asks about the parent.
    ///
    /// - Returns: what is wrong in the form; nil once the quotient is there.
    static func ask(_ context: ParentContext, _ form: FormFields, _ household: Identifier<Household>) async throws -> FormState? {
        let proven = try identity(context).flatMap { AllocataireIdentity($0) }
        return try await ask(context.site, form, household, by: .account(context.access.account), proven: proven)
    }

    /// Asks about an adult of the family.
    static func ask(_ context: StaffContext, _ form: FormFields, _ household: Identifier<Household>) async throws -> FormState? {
        try await ask(context.site, form, household, by: .staff(context.member.id), proven: nil)
    }

    private static func ask(
        _ site: PortalSite,
        _ form: FormFields,
        _ household: Identifier<Household>,
        by asker: QuotientEnquiryService.Asker,
        proven: AllocataireIdentity?
    ) async throws -> FormState? {
        guard let service = site.quotients else { throw PageFailure.notFound }
        let typed = AllocataireForm { form[$0.rawValue] ?? "" }
        let values = Dictionary(uniqueKeysWithValues: AllocataireForm.Field.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") })
        do {
            let person = try proven.map { person throws(FieldErrors) in try typed.agreed(person) } ?? typed.checked()
            _ = try await service.ask(of: person, isProven: proven != nil, for: household, by: asker)
            return nil
        } catch let errors as FieldErrors {
            return FormState(values: values, errors: errors)
        } catch let refusal as QuotientRefusal {
            if case .misconfigured(let status) = refusal { Terminal.complain("API Particulier de \(site.links.slug) : accès refusé (\(status))") }
            return FormState(values: values, errors: [FieldError(AllocataireForm.Field.consent.rawValue, refusal.french)])
        }
    }

    /// What FranceConnect has said of the parent, when it is enough for the CAF.
    private static func identity(_ context: ParentContext) throws -> VerifiedIdentity? {
        guard let identity = try context.site.identities?.identity(of: context.access.account)?.identity, AllocataireIdentity(identity) != nil
        else { return nil }
        return identity
    }
}

extension AllocataireForm {
    /// What the town knows already of an adult.
    fileprivate static func known(of adult: Adult) -> [String: String] {
        [Field.title.rawValue: adult.title.rawValue, Field.birthName.rawValue: adult.lastName, Field.firstNames.rawValue: adult.firstName]
    }
}
