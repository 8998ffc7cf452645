import HTMLTemplates
import PortalCore

enum AbsenceHandler {
    static func list(_ context: ParentContext) throws -> HTTPResponse {
        let absences = try context.absences.absences(of: context.access)
        return context.page(AbsenceListPage(frame: context.frame, absences: absences, now: context.now))
    }

    /// The empty form: an only child is ticked, or the one that the address names; the first day is today.
    static func form(_ context: ParentContext, _ child: Identifier<Child>?) throws -> HTTPResponse {
        let children = context.access.bookableChildren
        let ticked = Set(children.filter { children.count == 1 || $0.id == child }.map { String($0.id.rawValue) })
        return try page(context, ticked: ticked, FormState(values: [AbsenceForm.Field.firstDay.rawValue: context.today.iso]))
    }

    /// What the absence would change, judged now, before anything is written.
    static func recap(_ context: ParentContext, _ form: FormFields) throws -> HTTPResponse {
        let typed = AbsenceForm(form)
        do {
            let review = try context.absences.review(typed, by: context.access)
            return recap(context, review, typed, FormState())
        } catch let errors as FieldErrors {
            return try page(context, ticked: Set(typed.children + typed.activities), FormState(form, errors.inOrder(of: AbsenceForm.Field.self)))
        }
    }

    /// Records what the recap showed, judged again, and leads to the answers line by line.
    static func confirm(_ context: ParentContext, _ upload: MultipartForm) async throws -> HTTPResponse {
        let site = context.site
        let typed = AbsenceForm(upload.fields)
        guard upload.fields[AbsenceForm.Field.revise.rawValue] == nil else {
            return try page(context, ticked: Set(typed.children + typed.activities), FormState(upload.fields, FieldErrors()))
        }
        guard let key = IdempotencyKey(upload.fields[AbsenceForm.Field.key.rawValue] ?? "") else {
            throw PageFailure.badRequest(BookingFailure.unreadable.french)
        }
        do {
            let request = try await context.absences.report(
                typed,
                certificate: upload.bytes(of: AbsenceForm.Field.certificate.rawValue),
                key: key,
                by: context.access,
                link: { site.absoluteAddress(of: ParentPage.request($0)) }
            )
            return context.redirect(to: context.links.to(.request(request.id)))
        } catch let errors as FieldErrors {
            guard errors[AbsenceForm.Field.certificate] != nil else {
                return try page(context, ticked: Set(typed.children + typed.activities), FormState(upload.fields, errors))
            }
            return recap(context, try context.absences.review(typed, by: context.access), typed, FormState(errors: errors))
        } catch let failure as BookingFailure {
            throw PageFailure.badRequest(failure.french)
        }
    }

    static func show(_ context: ParentContext, _ id: Identifier<Absence>, _ form: FormState = FormState()) throws -> HTTPResponse {
        guard let file = try context.absences.absence(id, of: context.access) else { throw PageFailure.notFound }
        let page = AbsenceFilePage(
            frame: context.frame,
            file: file,
            days: file.dayLines(in: context.catalogue),
            form: form,
            now: context.now
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    /// Adds a certificate.
    static func send(_ context: ParentContext, _ upload: MultipartForm, _ id: Identifier<Absence>) async throws -> HTTPResponse {
        do {
            let bytes = upload.bytes(of: AbsenceForm.Field.certificate.rawValue)
            guard try await context.absences.send(bytes, for: id, by: context.access) else { throw PageFailure.notFound }
            return context.redirect(to: context.links.to(AbsencePage.absence(id)), saying: .certificateSent)
        } catch let errors as FieldErrors {
            return try show(context, id, FormState(errors: errors))
        }
    }

    private static func recap(_ context: ParentContext, _ review: AbsenceReview, _ typed: AbsenceForm, _ form: FormState) -> HTTPResponse {
        let key = RandomToken(bytes: 18, from: SystemRandom()).text
        let model = AbsenceRecapPage.Model(review: review, typed: typed, key: key, form: form)
        return context.page(AbsenceRecapPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    private static func page(_ context: ParentContext, ticked: Set<String>, _ form: FormState) throws -> HTTPResponse {
        let (access, today) = (context.access, context.today)
        let enrolled = try context.site.portal.database.read {
            try EnrolmentStore($0).enrolments(ofChildrenOf: access.adult.id, from: today.adding(days: -60), through: today.adding(days: 365))
        }
        let care = try context.nurseries.currentFiles(of: access)
        let used = Set(enrolled.map(\.activity) + care.map(\.activity.id))
        let model = AbsenceFormPage.Model(
            children: access.bookableChildren,
            activities: context.catalogue.activities.filter { used.contains($0.id) },
            reasons: context.catalogue.absenceReasons,
            policy: context.catalogue.settings.absences.french,
            ticked: ticked,
            hasCare: !care.isEmpty,
            form: form
        )
        return context.page(AbsenceFormPage(frame: context.frame, model: model), status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }
}

extension AbsenceForm {
    fileprivate init(_ form: FormFields) {
        func typed(_ field: Field) -> String { form[field.rawValue] ?? "" }
        self.init(
            children: form.all(Field.child.rawValue),
            firstDay: typed(.firstDay),
            lastDay: typed(.lastDay),
            activities: form.all(Field.activity.rawValue),
            reason: typed(.reason)
        )
    }
}

extension AbsenceFile {
    /// The days with their names.
    func dayLines(in catalogue: PortalCatalogue) -> [AbsenceDayLine] {
        days.map { day in
            let names: [String?]
            switch day.place {
            case .unit(let unit):
                let found = catalogue.unit(unit)
                names = [found?.activity.name, found?.unit.name]
            case .care(_, let nursery): names = [catalogue.activity(nursery)?.place, "accueil régulier"]
            }
            return AbsenceDayLine(date: day.date, what: names.compactMap(\.self).joined(separator: ", "), price: day.price)
        }
    }
}

extension PageContext {
    var absences: AbsenceService {
        AbsenceService(site.portal, catalogue, hasAntivirus: site.hasAntivirus, waitingPage: site.waitingPage)
    }
}
