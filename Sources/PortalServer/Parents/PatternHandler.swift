import HTMLTemplates
import PortalCore

/// "Remplir plusieurs semaines": one week put on many.
enum PatternHandler {
    static func show(_ context: ParentContext) throws -> HTTPResponse {
        try page(PatternForm(), FormState(), context)
    }

    /// Coming back from the recap: the week as it was filled in.
    static func showAgain(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        try page(PatternForm(form), FormState(), context)
    }

    /// The recap of a pattern, or the form again with what is wrong.
    static func recap(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        let pattern = PatternForm(form)
        do {
            let review = try context.bookings.review(pattern.pattern(), by: context.access)
            return try RecapHandler.page(review, origin: .pattern(pattern), context)
        } catch let errors as FieldErrors {
            return try page(pattern, FormState(errors: errors), context, status: .unprocessableContent)
        }
    }

    private static func page(_ form: PatternForm, _ state: FormState, _ context: ParentContext, status: HTTPStatus = .ok) throws -> HTTPResponse {
        let model = PatternPage.Model(
            booking: FamilyFrame(context.frame),
            sheet: try context.bookings.patternSheet(of: context.access),
            form: form,
            state: state,
            today: context.today,
            obstacles: ObstacleNotices(try context.regulations.obstacles(to: context.access), links: context.links)
        )
        return context.page(PatternPage(model), status: status)
    }
}

extension PatternForm {
    /// Whether a form is a pattern's: its page's, or that of its recap.
    static func isPart(of form: FormFields) -> Bool { form[Field.period.rawValue] != nil }

    init(_ form: FormFields) {
        func typed(_ field: Field) -> String { form[field.rawValue] ?? "" }
        self.init(
            choices: form.all(Field.choices.rawValue),
            kind: typed(.kind),
            weeks: typed(.weeks),
            period: typed(.period),
            firstDay: typed(.firstDay),
            lastDay: typed(.lastDay)
        )
    }
}
