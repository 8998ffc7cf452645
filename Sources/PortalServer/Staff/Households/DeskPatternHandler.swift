import HTMLTemplates
import PortalCore

/// "Remplir plusieurs semaines", for a family.
enum DeskPatternHandler {
    static func show(_ context: StaffContext, _ id: Identifier<Household>) throws -> HTTPResponse {
        try page(context, id, PatternForm(), FormState())
    }

    /// Coming back from the recap: the week as it was filled in.
    static func showAgain(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Household>) throws -> HTTPResponse {
        try page(context, id, PatternForm(form), FormState())
    }

    /// The recap of a pattern, or the form again with what is wrong.
    static func recap(_ context: StaffContext, _ form: FormFields, _ household: Household) throws -> HTTPResponse {
        let typed = PatternForm(form)
        do {
            let pattern = try typed.pattern()
            return try DeskRecapHandler.page(context, household, origin: .pattern(typed)) { terms in
                try context.deskBookings.review(pattern, on: terms, for: household.id)
            }
        } catch let errors as FieldErrors {
            return try page(context, household.id, typed, FormState(errors: errors))
        }
    }

    private static func page(_ context: StaffContext, _ id: Identifier<Household>, _ form: PatternForm, _ state: FormState) throws -> HTTPResponse {
        guard let sheet = try context.deskBookings.patternSheet(of: id) else { throw PageFailure.notFound }
        let booking = FamilyFrame(context.frame, for: try context.household(id))
        let model = PatternPage.Model(booking: booking, sheet: sheet, form: form, state: state, today: context.today)
        return context.page(PatternPage(model), status: state.errors.isEmpty ? .ok : .unprocessableContent)
    }
}
