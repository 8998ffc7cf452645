import HTMLTemplates
import PortalCore

enum QuotientHandler {
    static func show(_ context: ParentContext, _ id: Identifier<Household>) throws -> HTTPResponse {
        try page(context, id, nil, calculator(context, id))
    }

    /// What the calculator shows at first.
    private static func calculator(_ context: ParentContext, _ id: Identifier<Household>) -> FormState {
        let children = context.access.family(id)?.children.count ?? 0
        return FormState(values: [QuotientForm.Field.children.rawValue: String(children), QuotientForm.Field.disabled.rawValue: "0"])
    }

    /// Computes and explains, or declares what was computed.
    static func change(_ context: ParentContext, _ upload: MultipartForm, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let form = upload.fields
        let values = QuotientForm.Field.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") }
        let typed = Dictionary(uniqueKeysWithValues: values)
        try context.access.requireDecision(for: id)
        if form[QuotientAct.field] == QuotientAct.ask.rawValue {
            guard let wrong = try await QuotientEnquiryHandler.ask(context, form, id) else {
                return context.redirect(to: context.links.to(.quotient(id) as FamilyFilePage), saying: .quotientGiven)
            }
            return try page(context, id, nil, calculator(context, id), enquiry: wrong)
        }
        do {
            let quotient = try QuotientForm { form[$0.rawValue] ?? "" }.checked()
            guard form[QuotientAct.field] == QuotientAct.declare.rawValue else { return try page(context, id, quotient, FormState(values: typed)) }
            let joined = context.joinedFiles(in: upload, to: try documents(context, id))
            do {
                try context.documents.check(joined)
            } catch {
                return try page(context, id, quotient, FormState(values: typed, errors: error))
            }
            try await context.checks.declare(quotient, of: id, by: context.access.account)
            try await context.keep(joined, of: upload)
            return context.redirect(to: context.links.to(.quotient(id) as FamilyFilePage), saying: .saved)
        } catch let errors as FieldErrors {
            return try page(context, id, nil, FormState(values: typed, errors: errors))
        }
    }

    private static func page(
        _ context: ParentContext,
        _ id: Identifier<Household>,
        _ computed: FamilyQuotient?,
        _ form: FormState,
        enquiry: FormState? = nil
    ) throws -> HTTPResponse {
        try context.access.requireDecision(for: id)
        guard let household = context.access.family(id)?.household else { throw PageFailure.notFound }
        let model = QuotientPage.Model(
            household: household,
            incomes: try context.checks.incomes(of: id),
            computed: computed,
            enquiry: try QuotientEnquiryHandler.form(context, id, enquiry),
            joined: context.joinedForm(try documents(context, id)),
            form: form
        )
        let isRight = form.errors.isEmpty && enquiry == nil
        return context.page(QuotientPage(frame: context.frame, model: model), status: isRight ? .ok : .unprocessableContent)
    }
}

extension QuotientHandler {
    private static func documents(_ context: ParentContext, _ id: Identifier<Household>) throws -> [DocumentAsk] {
        try context.documents.asks(with: .quotient, of: id, for: context.access)
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
            quotient: try context.checks.incomes(of: id).current(on: context.today),
            schoolYear: "\(year)-\(year + 1)",
            stale: try FamilyCheckDesk(context.site.portal, context.catalogue.settings).stale(in: id),
            documents: try context.documents.asks(of: context.access).filter { $0.household == id && $0.isOpen },
            buses: Dictionary(uniqueKeysWithValues: try family.children.map { ($0.id, try context.childStops.lines(of: $0.id)) }),
            today: context.today,
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

/// The staff's side: what is known, having seen a document, and asking the CAF.
enum StaffQuotientHandler {
    static func list(_ context: StaffContext) throws -> HTTPResponse {
        context.page(IncomeInboxPage(frame: context.frame, incomes: try context.checks.unverified()))
    }

    static func show(
        _ context: StaffContext,
        _ id: Identifier<Household>,
        certificate: FormState = FormState(),
        enquiry: FormState? = nil
    ) throws -> HTTPResponse {
        guard let family = try context.householdDesk.file(of: id)?.family else { throw PageFailure.notFound }
        let page = StaffQuotientPage(
            frame: context.frame,
            household: family.household,
            incomes: try context.checks.incomes(of: id),
            check: try context.checks.check(of: id),
            documents: try context.documentDesk.documents(with: .quotient, of: id, for: context.member),
            today: context.today,
            enquiry: QuotientEnquiryHandler.form(context, family, enquiry),
            form: certificate
        )
        return context.page(page, status: certificate.errors.isEmpty && enquiry == nil ? .ok : .unprocessableContent)
    }

    /// Notes what the staff have seen, or asks.
    static func change(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let link = context.links.to(.quotient(id) as HouseholdDeskPage)
        switch form[QuotientAct.field].flatMap(QuotientAct.init(rawValue:)) {
        case .verify:
            guard let income = form[StaffQuotientPage.field].flatMap({ Identifier<HouseholdIncome>(text: $0) }) else {
                throw PageFailure.badRequest("Aucune déclaration n'est choisie.")
            }
            try await context.checks.verify(income, of: id, by: context.member.id)
            return context.redirect(to: link, saying: .saved)
        case .ask:
            guard let wrong = try await QuotientEnquiryHandler.ask(context, form, id) else {
                return context.redirect(to: link, saying: .quotientGiven)
            }
            return try show(context, id, enquiry: wrong)
        case .note: return try await note(context, form, id)
        case .compute, .declare, nil: throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
    }

    private static func note(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        let values = CertificateForm.Field.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") }
        do {
            try await context.checks.note(CertificateForm { form[$0.rawValue] ?? "" }, of: id, by: context.member.id)
            return context.redirect(to: context.links.to(.quotient(id) as HouseholdDeskPage), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, certificate: FormState(values: Dictionary(uniqueKeysWithValues: values), errors: errors))
        }
    }
}

extension PageContext {
    fileprivate var checks: FamilyCheckService { FamilyCheckService(site.portal) }
}
