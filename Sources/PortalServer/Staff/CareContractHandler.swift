import HTMLTemplates
import PortalCore

/// Signing, reading, amending and ending care contracts.
enum CareContractHandler {
    static func form(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ id: Identifier<Child>,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        let nurseries = context.nurseryDesk.nurseries(for: context.member)
        guard !nurseries.isEmpty, let child = try context.householdDesk.file(of: household)?.family.children.first(where: { $0.id == id }) else {
            throw PageFailure.notFound
        }
        let usual = nurseries.first?.nursery?.usualLeave ?? 0
        let first = FormState(values: [CareForm.Field.yearlyLeave.rawValue: String(usual)])
        let model = CareSigningPage.Model(household: household, child: child, nurseries: nurseries, form: form ?? first)
        return context.page(CareSigningPage(frame: context.frame, model: model), status: form == nil ? .ok : .unprocessableContent)
    }

    static func sign(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>
    ) async throws -> HTTPResponse {
        let site = context.site
        do {
            let link: @Sendable (Identifier<CareContract>) -> String? = { site.absoluteAddress(of: ParentPage.nursery(.contract($0, nil))) }
            guard let id = try await context.nurseryDesk.sign(CareForm(form), of: child, by: household, member: context.member, link: link) else {
                throw PageFailure.notFound
            }
            return context.redirect(to: context.links.to(.contract(id, nil) as NurseryDeskPage), saying: .saved)
        } catch let errors as FieldErrors {
            return try self.form(context, household, child, FormState(values: form.careTyped, errors: errors))
        }
    }

    static func show(
        _ context: StaffContext,
        _ id: Identifier<CareContract>,
        _ month: Month?,
        amendment: FormState? = nil,
        ending: FormState? = nil
    ) throws -> HTTPResponse {
        let month = month ?? Month(containing: context.today)
        guard let file = try context.nurseryDesk.file(id, in: month, for: context.member), let place = try context.nursery(file.activity.code) else {
            throw PageFailure.notFound
        }
        let contract = file.contract
        let model = CareContractDeskPage.Model(
            file: file,
            month: file.month(month, in: context.catalogue.calendar),
            today: context.today,
            mayChange: context.member.role.has(.manageContracts),
            amendment: amendment ?? FormState(values: contract.terms.last.map(CareForm.values) ?? [:]),
            ending: ending ?? FormState(values: [CareForm.Field.lastDay.rawValue: contract.lastDay?.iso ?? ""])
        )
        let isRight = amendment == nil && ending == nil
        return context.page(CareContractDeskPage(place: place, model: model), status: isRight ? .ok : .unprocessableContent)
    }

    /// Amends the contract, or ends it.
    static func change(_ context: StaffContext, _ form: FormFields, _ id: Identifier<CareContract>) async throws -> HTTPResponse {
        guard try context.nurseryDesk.file(id, in: Month(containing: context.today), for: context.member) != nil else { throw PageFailure.notFound }
        try context.require(.manageContracts)
        guard let act = CareAct(rawValue: form[CareForm.Field.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        let link = context.site.absoluteAddress(of: ParentPage.nursery(.contract(id, nil)))
        do {
            let found =
                switch act {
                case .amend: try await context.nurseryDesk.amend(id, CareForm(form), by: context.member, link: link)
                case .end: try await context.nurseryDesk.end(id, CareForm(form), by: context.member, link: link)
                }
            guard found else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(.contract(id, nil) as NurseryDeskPage), saying: .saved)
        } catch let errors as FieldErrors {
            let state = FormState(values: form.careTyped, errors: errors)
            return try show(context, id, nil, amendment: act == .amend ? state : nil, ending: act == .end ? state : nil)
        }
    }
}

extension FormFields {
    fileprivate var careTyped: [String: String] { Dictionary(uniqueKeysWithValues: CareForm.names.map { ($0, self[$0] ?? "") }) }
}

extension CareForm {
    fileprivate init(_ form: FormFields) { self.init(form.careTyped) }
}
