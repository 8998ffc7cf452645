import HTMLTemplates
import PortalCore

/// The staff close for one occasion: the form, what it would touch, the confirmation, and taking it back.
enum ClosuresHandler {
    static func list(_ context: StaffContext, _ start: ClosureStart?) throws -> HTTPResponse {
        try list(context, start.map(ClosureFormState.init) ?? ClosureFormState())
    }

    private static func list(_ context: StaffContext, _ form: ClosureFormState) throws -> HTTPResponse {
        let model = ClosuresPage.Model(
            closures: try context.closures.closures(),
            unsettled: try context.closures.unsettled(),
            activities: context.catalogue.activities,
            today: context.today,
            form: form
        )
        return context.page(ClosuresPage(frame: context.frame, model: model), status: form.state.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// What the typed closure would touch.
    static func review(_ context: StaffContext, _ form: FormFields) throws -> HTTPResponse {
        do {
            return try review(context, form, form.closure.checked(in: context.catalogue, today: context.today), warning: nil)
        } catch let errors as FieldErrors {
            return try list(context, form.closureState(errors))
        }
    }

    private static func review(_ context: StaffContext, _ form: FormFields, _ order: ClosureOrder, warning: String?) throws -> HTTPResponse {
        let impact = try context.closures.impact(of: order)
        let model = ClosureReviewPage.Model(
            order: order,
            impact: impact,
            counts: impact.counts(in: context.catalogue),
            activities: context.catalogue.activities,
            typed: form.pairs.filter { pair in ClosureForm.Field.allCases.contains { $0.rawValue == pair.name } },
            key: RandomToken(bytes: 18, from: SystemRandom()).text,
            warning: warning
        )
        let page = ClosureReviewPage(frame: context.frame, model: model)
        return context.page(page, status: warning == nil ? .ok : .unprocessableContent)
    }

    /// Declares what the review showed, if nothing has changed since.
    static func declare(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        do {
            let order = try form.closure.checked(in: context.catalogue, today: context.today)
            guard let key = IdempotencyKey(form[ClosureReviewPage.Field.key.rawValue] ?? "") else {
                throw PageFailure.badRequest(BookingFailure.unreadable.french)
            }
            do {
                let seen = Int(form[ClosureReviewPage.Field.seen.rawValue] ?? "") ?? -1
                let closure = try await context.closures.declare(order, seen: seen, key: key, by: context.member)
                return context.redirect(to: context.links.to(.closure(closure)), saying: .saved)
            } catch let refusal as ClosureRefusal {
                return try review(context, form, order, warning: refusal.french)
            }
        } catch let errors as FieldErrors {
            return try list(context, form.closureState(errors))
        }
    }

    static func show(_ context: StaffContext, _ id: Identifier<DeclaredClosure>, refusal: String? = nil) throws -> HTTPResponse {
        guard let (closure, cancelled) = try context.closures.closure(id) else { throw PageFailure.notFound }
        let page = ClosurePage(
            frame: context.frame,
            closure: closure,
            cancelled: cancelled,
            activities: context.catalogue.activities,
            today: context.today,
            key: try context.closures.mayUndo(closure) ? RandomToken(bytes: 18, from: SystemRandom()).text : nil,
            refusal: refusal
        )
        return context.page(page, status: refusal == nil ? .ok : .unprocessableContent)
    }

    static func undo(_ context: StaffContext, _ form: FormFields, _ id: Identifier<DeclaredClosure>) async throws -> HTTPResponse {
        guard try context.closures.closure(id) != nil else { throw PageFailure.notFound }
        guard let key = IdempotencyKey(form[ClosureReviewPage.Field.key.rawValue] ?? "") else {
            throw PageFailure.badRequest(BookingFailure.unreadable.french)
        }
        do {
            _ = try await context.closures.undo(id, key: key, by: context.member)
            return context.redirect(to: context.links.to(.closure(id)), saying: .saved)
        } catch let refusal as ClosureRefusal {
            return try show(context, id, refusal: refusal.french)
        }
    }
}

extension StaffContext {
    fileprivate var closures: ClosureService {
        ClosureService(site.portal, catalogue, page: site.absoluteAddress(of: ParentPage.planning(nil)))
    }
}

extension ClosureFormState {
    /// The form about the days of a closure of the definition.
    fileprivate init(_ start: ClosureStart) {
        let values: [ClosureForm.Field: String] = [
            .firstDay: start.firstDay.iso, .lastDay: start.lastDay.iso, .cause: ClosureCause.closing.rawValue,
            .effect: ClosureEffect.cancels.rawValue, .whole: start.activities.isEmpty ? "oui" : "",
        ]
        let typed = Dictionary(uniqueKeysWithValues: values.map { ($0.key.rawValue, $0.value) })
        self.init(state: FormState(values: typed), activities: Set(start.activities))
    }
}

extension FormFields {
    fileprivate var closure: ClosureForm {
        ClosureForm(
            values: Dictionary(uniqueKeysWithValues: ClosureForm.Field.allCases.map { ($0.rawValue, self[$0.rawValue] ?? "") }),
            activities: all(ClosureForm.Field.activity.rawValue),
            groups: all(ClosureForm.Field.group.rawValue)
        )
    }

    fileprivate func closureState(_ errors: FieldErrors) -> ClosureFormState {
        let typed = closure
        return ClosureFormState(
            state: FormState(values: typed.values, errors: errors.inOrder(of: ClosureForm.Field.self)),
            activities: Set(typed.activities),
            groups: Set(typed.groups)
        )
    }
}
