import HTMLTemplates
import PortalCore

enum AbsenceDeskHandler {
    static func inbox(_ context: StaffContext, _ state: AbsenceState) throws -> HTTPResponse {
        let absences = try context.absences.inbox(state, for: context.member)
        let backlog = try FileScanning(context.site.portal).backlog()
        return context.page(AbsenceInboxPage(frame: context.frame, state: state, absences: absences, backlog: backlog, now: context.now))
    }

    static func show(_ context: StaffContext, _ id: Identifier<Absence>, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let file = try context.absences.absence(id, for: context.member) else { throw PageFailure.notFound }
        let page = AbsenceDeskFilePage(
            frame: context.frame,
            file: file,
            days: file.dayLines(in: context.catalogue),
            form: form,
            now: context.now
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Accepts or refuses the certificate.
    static func judge(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Absence>) async throws -> HTTPResponse {
        guard try context.absences.absence(id, for: context.member) != nil else { throw PageFailure.notFound }
        guard let act = JudgementAct(rawValue: form[JudgementField.act.rawValue] ?? "") else {
            throw PageFailure.badRequest("Le bouton n'est pas reconnu.")
        }
        do {
            let found = try await context.absences.judge(
                id,
                accepting: act == .accept,
                note: form[JudgementField.note.rawValue] ?? "",
                by: context.member,
                link: context.site.absoluteAddress(of: ParentPage.absences(.absence(id)))
            )
            guard found else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(AttendanceDeskPage.absences(.toJudge)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(form, errors))
        }
    }

    /// The certificate as a file: never shown by the browser inside the portal, and noted in the journal.
    static func certificate(_ context: StaffContext, _ absence: Identifier<Absence>, _ id: Identifier<Certificate>) async throws -> HTTPResponse {
        guard let (kind, bytes) = try await context.absences.read(id, of: absence, by: context.member) else { throw PageFailure.notFound }
        return .attachment(kind, bytes, name: "justificatif-\(absence.rawValue)-\(id.rawValue)")
    }
}
