import HTMLTemplates
import PortalCore

enum RulesHandler {
    static func list(_ context: StaffContext) -> HTTPResponse {
        context.page(RuleListPage(frame: context.frame, activities: context.catalogue.activities))
    }

    /// The bench. A trial that cannot be read comes back with what is wrong.
    static func bench(_ context: StaffContext, _ code: String, _ trial: RuleTrial) throws -> HTTPResponse {
        let activity = try activity(context, code)
        guard trial.draft[.adding].isEmpty else {
            do {
                return try page(context, activity, trial, trying: trial.draft.rules(for: activity))
            } catch let errors as FieldErrors {
                return try page(context, activity, trial, trying: nil, errors: errors)
            }
        }
        var trial = trial
        trial.draft = RuleDraft(activity.rules)
        return try page(context, activity, trial, trying: nil)
    }

    static func publish(_ context: StaffContext, _ form: FormFields, _ code: String) async throws -> HTTPResponse {
        let activity = try activity(context, code)
        let trial = RuleTrial(form)
        do {
            try await service(context).publish(trial.draft, on: activity, by: context.member)
        } catch let errors as FieldErrors {
            return try page(context, activity, trial, trying: try? trial.draft.rules(for: activity), errors: errors)
        }
        return context.redirect(
            to: context.links.to(.bench(activity: code, RuleTrial(month: trial.month, unit: trial.unit))),
            saying: .rulesPublished
        )
    }

    static func withdraw(_ context: StaffContext, _ form: FormFields, _ code: String) async throws -> HTTPResponse {
        let activity = try activity(context, code)
        guard let firstDay = CivilDate(iso: form[RuleDraft.Field.firstDay.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le premier jour de la règle à retirer manque.")
        }
        guard try await service(context).withdraw(startingOn: firstDay, of: activity, by: context.member) else { throw PageFailure.notFound }
        return context.redirect(to: context.links.to(.bench(activity: code, RuleTrial())), saying: .rulesWithdrawn)
    }

    private static func page(
        _ context: StaffContext,
        _ activity: Activity,
        _ trial: RuleTrial,
        trying rules: BookingRules?,
        errors: FieldErrors = FieldErrors()
    ) throws -> HTTPResponse {
        guard let unit = activity.units.first(where: { $0.code == trial.unit }) ?? activity.units.first else { throw PageFailure.notFound }
        let month = Month(iso: trial.month) ?? Month(containing: context.today).next
        let page = RuleBenchPage(
            frame: context.frame,
            bench: RuleBench(activity, unit: unit, in: context.catalogue.calendar, month: month, trying: rules),
            replay: try rules.map { try service(context).replay($0, on: activity, of: Month(containing: context.today).previous) },
            trial: trial,
            form: FormState(values: trial.typed(unit: unit), errors: errors.inOrder(of: RuleDraft.Field.self)),
            others: context.catalogue.activities.filter { $0.id != activity.id && activity.problem(with: $0.rules) == nil }
        )
        return context.page(page, status: errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static func activity(_ context: StaffContext, _ code: String) throws(PageFailure) -> Activity {
        guard let activity = context.catalogue.activity(code: code) else { throw .notFound }
        return activity
    }

    private static func service(_ context: StaffContext) -> RuleService { RuleService(context.site.portal, context.catalogue) }
}

extension RuleTrial {
    /// What the publication's form sends.
    fileprivate init(_ form: FormFields) {
        self.init(month: form[RuleTrial.monthField] ?? "", unit: form[RuleTrial.unitField] ?? "")
        for field in RuleDraft.Field.allCases { draft[field] = form[field.rawValue] ?? "" }
    }

    /// What fills the forms.
    fileprivate func typed(unit: BookableUnit) -> [String: String] {
        var values = Dictionary(uniqueKeysWithValues: RuleDraft.Field.allCases.map { ($0.rawValue, draft[$0]) })
        values[RuleTrial.unitField] = unit.code
        return values
    }
}
