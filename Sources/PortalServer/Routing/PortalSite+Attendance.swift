import HTMLTemplates
import PortalCore

extension PortalSite {
    /// The answer of a staff page about who was there.
    func respond(with page: AttendanceDeskPage, _ context: StaffContext) async throws -> HTTPResponse {
        try context.require(page.right)
        return switch (page, context.request.pageMethod) {
        case (.rollCall(let place, let search), .get): try await RollCallHandler.show(context, place, search: search)
        case (.entries, .post): try await RollCallHandler.record(context, context.form())
        case (.closing(let activity, let day), .get): try ClosingHandler.show(context, activity, day)
        case (.closing(let activity, let day), .post): try await ClosingHandler.change(context, context.form(), activity, day)
        case (.correction(let subject), .get): try CorrectionHandler.show(context, subject)
        case (.correction(let subject), .post): try await CorrectionHandler.correct(context, context.form(), subject)
        case (.locks, .get): try BillingLocksHandler.list(context)
        case (.locks, .post): try await BillingLocksHandler.lock(context, context.form())
        case (.lockRelease(let lock), .post): try await BillingLocksHandler.release(context, context.form(), lock)
        case (.absences(let state), .get): try AbsenceDeskHandler.inbox(context, state)
        case (.absence(let absence), .get): try AbsenceDeskHandler.show(context, absence)
        case (.absence(let absence), .post): try await AbsenceDeskHandler.judge(context, context.form(), absence)
        case (.certificate(let absence, let certificate), .get): try await AbsenceDeskHandler.certificate(context, absence, certificate)
        case (.report(let report, let format), .get): try await ReportHandler.show(context, report, format)
        // The addresses of forms, when somebody comes back to them without a form.
        case (.entries, .get): context.redirect(to: context.links.to(.rollCall(RollCallPlace(), search: nil)))
        case (.lockRelease, .get): context.redirect(to: context.links.to(AttendanceDeskPage.locks))
        case (.rollCall, _), (.absences, _), (.certificate, _), (.report, _): throw PageFailure.methodNotAllowed(allowed: [.get])
        case (.entries, _), (.lockRelease, _): throw PageFailure.methodNotAllowed(allowed: [.post])
        case (.closing, _), (.correction, _), (.locks, _), (.absence, _): throw PageFailure.methodNotAllowed(allowed: [.get, .post])
        }
    }
}

extension AttendanceDeskPage {
    /// The right that the page asks for before anything else.
    fileprivate var right: StaffRight {
        switch self {
        case .rollCall, .entries, .closing, .correction: .callRoll
        case .locks, .lockRelease: .lockPeriods
        case .absences, .absence, .certificate: .judgeAbsences
        case .report: .readDayLists
        }
    }
}
