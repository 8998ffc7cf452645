import HTMLTemplates
import PortalCore

enum QuotientHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Household>) throws -> HTTPResponse {
        let form = FormState(values: [
            QuotientForm.Field.children.rawValue: String(context.access.family(id)?.children.count ?? 0), QuotientForm.Field.disabled.rawValue: "0",
        ])
        return try page(context, id, nil, form)
    }

    /// Computes and explains, or declares what was computed.
    static func change(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let values = QuotientForm.Field.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") }
        let typed = Dictionary(uniqueKeysWithValues: values)
        try context.access.requireDecision(for: id)
        do {
            let quotient = try QuotientForm { form[$0.rawValue] ?? "" }.checked()
            guard form[QuotientAct.field] == QuotientAct.declare.rawValue else { return try page(context, id, quotient, FormState(values: typed)) }
            try await context.checks.declare(quotient, of: id, by: context.access.account)
            return context.redirect(to: context.links.to(.quotient(id) as FamilyFilePage), saying: .saved)
        } catch let errors as FieldErrors {
            return try page(context, id, nil, FormState(values: typed, errors: errors))
        }
    }

    private static func page(
        _ context: ParentContext,
        _ id: Identifier<Household>,
        _ computed: FamilyQuotient?,
        _ form: FormState
    ) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let household = context.access.family(id)?.household else { throw PageFailure.notFound }
        let model = QuotientPage.Model(household: household, incomes: try context.checks.incomes(of: id), computed: computed, form: form)
        return context.page(QuotientPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

enum FamilyCheckHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Household>, _ form: FormState = FormState()) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let family = context.access.family(id) else { throw PageFailure.notFound }
        let year = FamilyCheckService.schoolYear(on: context.today)
        let model = FamilyCheckPage.Model(
            family: family,
            reader: context.access.adult,
            check: try context.checks.check(of: id),
            quotient: try context.checks.incomes(of: id).first { $0.days.contains(context.today) },
            schoolYear: "\(year)-\(year + 1)",
            form: form
        )
        return context.page(FamilyCheckPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func certify(_ context: ParentContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard form[FamilyCheckPage.box] != nil else {
            let error = FieldError(FamilyCheckPage.box, "Cochez la case pour certifier que tout est à jour.")
            return try show(context, id, FormState(errors: [error]))
        }
        try await context.checks.certify(id, by: context.access.account)
        return context.redirect(to: context.links.to(.review(id)), saying: .saved)
    }
}

/// The staff's side: what is declared, and having seen the document.
enum StaffQuotientHandler {
    static func show(_ context: StaffContext, _ id: Identifier<Household>) throws -> HTTPResponse {
        guard let household = try context.householdDesk.file(of: id)?.family.household else { throw PageFailure.notFound }
        let page = StaffQuotientPage(
            frame: context.frame,
            household: household,
            incomes: try context.checks.incomes(of: id),
            check: try context.checks.check(of: id)
        )
        return context.page(page)
    }

    static func verify(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        guard let income = form[StaffQuotientPage.field].flatMap({ Identifier<HouseholdIncome>(text: $0) }) else {
            throw PageFailure.badRequest("Aucune déclaration n'est choisie.")
        }
        try await context.checks.verify(income, of: id, by: context.member.id)
        return context.redirect(to: context.links.to(.quotient(id) as HouseholdDeskPage), saying: .saved)
    }
}

extension PageContext {
    fileprivate var checks: FamilyCheckService { FamilyCheckService(site.portal) }
}
