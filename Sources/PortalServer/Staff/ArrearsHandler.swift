import HTMLTemplates
import PortalCore

/// What the reader's families owe.
enum OwedHandler {
    static func show(_ context: ParentContext) throws -> HTTPResponse {
        let page = OwedPage(
            frame: context.frame,
            arrears: try context.arrears.arrears(of: context.access),
            policy: context.catalogue.settings.arrears,
            today: context.today
        )
        return context.page(page)
    }
}

/// The cash office's side.
enum ArrearsHandler {
    static func list(_ context: StaffContext, _ form: FormState? = nil) throws -> HTTPResponse {
        let model = ArrearsListPage.Model(
            arrears: try context.arrears.all(),
            policy: context.catalogue.settings.arrears,
            today: context.today,
            form: form ?? FormState(values: [ArrearsField.day.rawValue: context.today.iso])
        )
        return context.page(ArrearsListPage(frame: context.frame, model: model), status: form == nil ? .ok : .unprocessableContent)
    }

    static func replace(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            _ = try await context.arrears.replace(
                with: form[ArrearsField.lines.rawValue] ?? "",
                asOf: form[ArrearsField.day.rawValue] ?? "",
                by: context.member
            )
            return context.redirect(to: context.links.to(ArrearsDeskPage.list), saying: .saved)
        } catch let errors as FieldErrors {
            return try list(context, FormState(form, errors))
        }
    }

    static func show(_ context: StaffContext, _ id: Identifier<Household>, _ form: FormState? = nil) throws -> HTTPResponse {
        guard let household = try context.site.households.family(id)?.household else { throw PageFailure.notFound }
        let arrears = try context.arrears.arrears(of: id)
        let page = HouseholdArrearsPage(
            frame: context.frame,
            household: household,
            arrears: arrears,
            policy: context.catalogue.settings.arrears,
            today: context.today,
            form: form ?? FormState(values: [ArrearsField.amount.rawValue: arrears?.amount.notation ?? ""])
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    /// Records an amount, grants an exemption or ends it.
    static func change(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        guard try context.site.households.family(id) != nil else { throw PageFailure.notFound }
        guard let act = ArrearsAct(rawValue: form[ArrearsAct.field] ?? "") else { throw PageFailure.badRequest("Le bouton n'est pas reconnu.") }
        func typed(_ field: ArrearsField) -> String { form[field.rawValue] ?? "" }
        do {
            switch act {
            case .record: _ = try await context.arrears.record(typed(.amount), of: id, by: context.member)
            case .exempt: _ = try await context.arrears.exempt(id, because: typed(.reason), until: typed(.lastDay), by: context.member)
            case .end: try await context.arrears.endExemption(of: id, by: context.member)
            }
            return context.redirect(to: context.links.to(ArrearsDeskPage.owing(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(form, errors))
        }
    }
}

extension PageContext {
    var arrears: ArrearsService { ArrearsService(site.portal) }
}

extension PortalSite {
    /// The answer of a staff page about what families owe.
    func respond(with page: ArrearsDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(.manageArrears)
        return switch (page, context.request.pageMethod) {
        case (.list, .get): try ArrearsHandler.list(context)
        case (.list, .post): try await ArrearsHandler.replace(context, context.form())
        case (.owing(let household), .get): try ArrearsHandler.show(context, household)
        case (.owing(let household), .post): try await ArrearsHandler.change(context, context.form(), household)
        case (.list, _), (.owing, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}
