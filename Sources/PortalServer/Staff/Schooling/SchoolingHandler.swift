import HTMLTemplates
import PortalCore

enum SchoolingHandler {
    /// - Parameter year: the one that the form begins with, for who comes from the passage; nil for this one.
    static func show(_ context: StaffContext, _ id: Identifier<Child>, _ year: SchoolYear?) throws -> HTTPResponse {
        guard let file = try context.schooling.file(of: id) else { throw PageFailure.notFound }
        let chosen = year ?? SchoolYear(containing: context.today)
        let schooling = file.child.schooling
        let form = FormState(values: [
            ChangePart.schoolYear.rawValue: chosen.name, ChangePart.school.rawValue: schooling.school(on: chosen.firstDay),
            ChangePart.schoolClass.rawValue: schooling.schoolClass(on: chosen.firstDay), ChildSchoolingPage.back: year == nil ? "" : "passage",
        ])
        return try page(context, id, form)
    }

    static func correct(_ context: StaffContext, _ form: FormFields, _ id: Identifier<Child>) async throws -> HTTPResponse {
        do {
            let typed = try ChangeValue.checked(.school) { form[$0.rawValue] ?? "" }
            try await context.schooling.correct(typed, of: id, by: context.member.id)
        } catch let errors as FieldErrors {
            return try page(context, id, FormState(form, errors))
        }
        guard form[ChildSchoolingPage.back] == "passage" else {
            return context.redirect(to: context.links.to(SchoolingDeskPage.child(id, nil)), saying: .saved)
        }
        return context.redirect(to: context.links.to(.passage(school: try schoolBefore(context, id))), saying: .saved)
    }

    /// The school in whose list the passage shows a child.
    private static func schoolBefore(_ context: StaffContext, _ id: Identifier<Child>) throws -> String? {
        let year = try YearPassageService(context.site.portal).nextYear()
        return try context.schooling.file(of: id)?.child.schooling.school(on: year.firstDay.adding(days: -1))
    }

    private static func page(_ context: StaffContext, _ id: Identifier<Child>, _ form: FormState) throws -> HTTPResponse {
        guard let file = try context.schooling.file(of: id) else { throw PageFailure.notFound }
        let page = ChildSchoolingPage(
            frame: context.frame,
            child: file.child,
            households: file.households,
            years: context.schooling.years(),
            form: form
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

enum YearPassageHandler {
    static func show(_ context: StaffContext, school: String?) throws -> HTTPResponse {
        let passages = YearPassageService(context.site.portal)
        let preview = try passages.preview(into: passages.nextYear())
        return context.page(YearPassagePage(frame: context.frame, preview: preview, school: school, today: context.today))
    }

    static func decide(_ context: StaffContext, _ form: FormFields) async throws -> HTTPResponse {
        let passages = YearPassageService(context.site.portal)
        guard let decision = form[YearPassagePage.decision].flatMap(YearPassagePage.Decision.init(rawValue:)),
            let year = form[YearPassagePage.year].flatMap(SchoolYear.init(name:)), year == (try passages.nextYear())
        else { throw PageFailure.badRequest("Choisissez de confirmer ou d'annuler le passage de l'année affichée.") }
        do {
            switch decision {
            case .confirm: try await passages.confirm(into: year, by: context.member.id)
            case .undo: try await passages.undo(into: year, by: context.member.id)
            }
        } catch let refusal as PassageRefusal {
            throw PageFailure.badRequest(refusal.french)
        }
        return context.redirect(to: context.links.to(.passage(school: nil)), saying: decision == .confirm ? .passageConfirmed : .passageUndone)
    }
}

extension StaffContext {
    fileprivate var schooling: SchoolingDesk { SchoolingDesk(site.portal) }
}
