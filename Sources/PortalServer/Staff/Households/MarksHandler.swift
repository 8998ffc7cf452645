import HTMLTemplates
import PortalCore

/// What the staff note about a household, and the priorities that it gives.
enum MarksHandler {
    static func list(_ context: StaffContext, _ id: Identifier<Household>, _ form: FormState? = nil) throws -> HTTPResponse {
        let page = HouseholdMarksPage(
            frame: context.frame,
            household: try context.household(id),
            marks: try context.marks.marks(of: id),
            choices: context.catalogue.marks,
            today: context.today,
            form: form ?? FormState(values: [HouseholdMarkForm.Field.firstDay.rawValue: context.today.iso])
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    static func add(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) async throws -> HTTPResponse {
        _ = try context.household(id)
        do {
            try await context.marks.add(HouseholdMarkForm(form), to: id, by: context.member)
            return context.redirect(to: context.links.to(.marks(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try list(context, id, FormState(form, errors))
        }
    }

    static func show(
        _ context: StaffContext,
        _ id: Identifier<Household>,
        _ mark: Identifier<DatedMark>,
        _ form: FormState? = nil
    ) throws -> HTTPResponse {
        let household = try context.household(id)
        guard let noted = try context.marks.marks(of: id).first(where: { $0.id == mark }) else { throw PageFailure.notFound }
        let page = HouseholdMarkPage(
            frame: context.frame,
            household: household,
            noted: noted,
            today: context.today,
            form: form ?? FormState(values: HouseholdMarkForm.values(of: noted))
        )
        return context.page(page, status: form == nil ? .ok : .unprocessableContent)
    }

    /// Corrects the mark, ends it today, or takes it away.
    static func change(
        _ context: StaffContext,
        _ form: FormFields,
        _ id: Identifier<Household>,
        _ mark: Identifier<DatedMark>
    ) async throws -> HTTPResponse {
        let desk = context.marks
        guard try desk.marks(of: id).contains(where: { $0.id == mark }) else { throw PageFailure.notFound }
        guard let act = MarkAct(rawValue: form[HouseholdMarkForm.Field.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            switch act {
            case .correct: try await desk.correct(mark, of: id, HouseholdMarkForm(form), by: context.member)
            case .end: try await desk.end(mark, of: id, by: context.member)
            case .remove: try await desk.remove(mark, of: id, by: context.member)
            }
            return context.redirect(to: context.links.to(.marks(id)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, mark, FormState(form, errors))
        }
    }
}

extension HouseholdMarkForm {
    fileprivate init(_ form: FormFields) {
        self.init(Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0.rawValue, form[$0.rawValue] ?? "") }))
    }
}

extension PageContext {
    var marks: HouseholdMarkDesk { HouseholdMarkDesk(site.portal, catalogue) }
}
