import HTMLTemplates
import PortalCore

/// Administrators change what the activities open: the forms, what a change would touch, the confirmation.
enum ActivitiesHandler {
    static func list(_ context: StaffContext) -> HTTPResponse {
        context.page(ActivityListPage(frame: context.frame, activities: context.catalogue.activities, today: context.today))
    }

    /// - Parameter window: the first day of the window that its form is filled with.
    static func settings(_ context: StaffContext, _ code: String, _ window: CivilDate?) throws -> HTTPResponse {
        let activity = try activity(context, code)
        let edited = window.flatMap { first in activity.terms.windows.first { $0.days.lowerBound == first } }
        return try settings(context, activity, edited.map { ActivityForm($0) } ?? ActivityForm())
    }

    private static func settings(
        _ context: StaffContext,
        _ activity: Activity,
        _ form: ActivityForm,
        errors: FieldErrors = FieldErrors()
    ) throws -> HTTPResponse {
        let model = ActivitySettingsPage.Model(
            activity: activity,
            closures: context.catalogue.calendar.closures.filter { $0.closes(activity.code) && $0.lastDay >= context.today },
            places: try context.settings.settings(of: activity, from: context.today),
            today: context.today,
            form: FormState(values: form.values, errors: errors.inOrder(of: ActivityForm.Field.self)),
            weekdays: Set(form.weekdays)
        )
        return context.page(ActivitySettingsPage(frame: context.frame, model: model), status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the typed change would touch.
    static func review(_ context: StaffContext, _ form: FormFields, _ code: String) throws -> HTTPResponse {
        let activity = try activity(context, code)
        let typed = ActivityForm(form)
        do {
            return try review(context, form, activity, context.checked(typed, activity), refusal: nil)
        } catch let errors as FieldErrors {
            return try settings(context, activity, typed, errors: errors)
        }
    }

    private static func review(
        _ context: StaffContext,
        _ form: FormFields,
        _ activity: Activity,
        _ change: ActivityChange,
        refusal: String?
    ) throws -> HTTPResponse {
        let model = ActivityReviewPage.Model(
            activity: activity,
            change: change,
            impact: try context.settings.impact(of: change, on: activity),
            typed: form.pairs.filter { pair in
                pair.name != ActivityForm.Field.allowed.rawValue && ActivityForm.Field.allCases.contains { $0.rawValue == pair.name }
            },
            refusal: refusal
        )
        return context.page(ActivityReviewPage(frame: context.frame, model: model), status: refusal == nil ? .ok : .unprocessableContent)
    }

    /// Makes the change that the review showed.
    static func change(_ context: StaffContext, _ form: FormFields, _ code: String) async throws -> HTTPResponse {
        let activity = try activity(context, code)
        let typed = ActivityForm(form)
        do {
            let change = try context.checked(typed, activity)
            do {
                try await context.settings.apply(change, on: activity, by: context.member)
                return context.redirect(to: context.links.to(.settings(activity: code, window: nil)), saying: .saved)
            } catch let refusal as CapacityRefusal {
                return try review(context, form, activity, change, refusal: refusal.french)
            } catch let errors as FieldErrors {
                return try review(context, form, activity, change, refusal: errors.entries.first?.message ?? "")
            }
        } catch let errors as FieldErrors {
            return try settings(context, activity, typed, errors: errors)
        }
    }

    private static func activity(_ context: StaffContext, _ code: String) throws(PageFailure) -> Activity {
        guard let activity = context.catalogue.activity(code: code) else { throw .notFound }
        return activity
    }
}

extension StaffContext {
    fileprivate var settings: ActivitySettingService { ActivitySettingService(site.portal, catalogue, waitingPage: site.waitingPage) }

    fileprivate func checked(_ form: ActivityForm, _ activity: Activity) throws(FieldErrors) -> ActivityChange {
        try form.checked(for: activity, in: catalogue.calendar, today: today)
    }
}

extension ActivityForm {
    fileprivate init(_ form: FormFields) {
        let fields = Field.allCases.filter { $0 != .weekday }
        self.init(Dictionary(uniqueKeysWithValues: fields.map { ($0, form[$0.rawValue] ?? "") }), weekdays: form.all(Field.weekday.rawValue))
    }

    /// What fills the page's forms.
    fileprivate var values: [String: String] {
        Dictionary(uniqueKeysWithValues: Field.allCases.filter { $0 != .kind && $0 != .day }.map { ($0.rawValue, self[$0]) })
    }
}
