import HTMLTemplates
import PortalCore

enum ClosingHandler {
    static func show(_ context: StaffContext, _ code: String, _ day: CivilDate, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let closing = try context.rollCalls.closing(of: code, on: day, for: context.member) else { throw PageFailure.notFound }
        let page = ClosingPage(frame: context.frame, closing: closing, form: form)
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Closes the day, or opens it again.
    static func change(_ context: StaffContext, _ form: FormFields, _ code: String, _ day: CivilDate) async throws -> HTTPResponse {
        let service = context.rollCalls
        guard try service.closing(of: code, on: day, for: context.member) != nil else { throw PageFailure.notFound }
        guard let act = ClosingAct(rawValue: form[ClosingField.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            switch act {
            case .close:
                try await service.close(code, on: day, notingAbsences: form[ClosingField.notesAbsences.rawValue] == "oui", by: context.member)
            case .reopen:
                try await service.reopen(code, on: day, reason: form[ClosingField.reason.rawValue] ?? "", by: context.member)
            }
        } catch let refusal as RollCallRefusal {
            let field: ClosingField? =
                switch refusal {
                case .uncalled: .notesAbsences
                case .reasonMissing: .reason
                case .unknown, .future, .closed, .locked, .notExpected, .timesCrossed, .timeMissing: nil
                }
            guard let field else { throw PageFailure.forbidden(refusal.french) }
            return try show(context, code, day, FormState(errors: [FieldError(field.rawValue, refusal.french)]))
        }
        let place = RollCallPlace(activity: code, day: day)
        return context.redirect(to: context.links.to(.rollCall(place, search: nil)), saying: act == .close ? .dayClosed : .dayReopened)
    }
}

enum BillingLocksHandler {
    private typealias Field = BillingLockService.Field

    static func list(_ context: StaffContext) throws -> HTTPResponse { try page(context, FormState()) }

    static func lock(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        let (first, last) = (form[Field.firstDay.rawValue] ?? "", form[Field.lastDay.rawValue] ?? "")
        do {
            try await service(context).lock(from: first, through: last, by: context.member.id)
            return context.redirect(to: context.links.to(AttendanceDeskPage.locks), saying: .saved)
        } catch let errors as FieldErrors {
            let values = [Field.firstDay.rawValue: first, Field.lastDay.rawValue: last]
            return try page(context, FormState(values: values, errors: errors), from: CivilDate(iso: first), through: CivilDate(iso: last))
        }
    }

    static func release(_ context: StaffContext, _ form: FormFields, _ id: Identifier<BillingLock>) async throws -> HTTPResponse {
        do {
            guard try service(context).locks().contains(where: { $0.id == id }) else { throw PageFailure.notFound }
            try await service(context).release(id, reason: form[Field.reason.rawValue] ?? "", by: context.member.id)
            return context.redirect(to: context.links.to(AttendanceDeskPage.locks), saying: .saved)
        } catch let errors as FieldErrors {
            throw PageFailure.badRequest(errors.entries.first?.message ?? "")
        }
    }

    private static func service(_ context: StaffContext) -> BillingLockService { BillingLockService(context.site.portal, context.catalogue) }

    private static func page(
        _ context: StaffContext,
        _ form: FormState,
        from first: CivilDate? = nil,
        through last: CivilDate? = nil
    ) throws -> HTTPResponse {
        let service = service(context)
        var open: [UncalledDay] = []
        if let first, let last, last.days(since: first) <= 366 { open = try service.openDays(from: first, through: min(last, context.today)) }
        let model = BillingLocksPage.Model(locks: try service.locks(), openDays: open, form: form)
        return context.page(BillingLocksPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}
