import HTMLTemplates
import PortalCore

enum CustodyHandler {
    /// How many days of the rhythm the page shows: eight weeks.
    private static let daysShown = 56

    static func show(
        _ context: StaffContext,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>,
        wrong exceptionForm: FormState = FormState()
    ) throws -> HTTPResponse {
        let file = try context.householdDesk.custody(of: child, in: household)
        let days = context.today...context.today.adding(days: daysShown)
        let model = CustodyPage.Model(
            frame: context.frame,
            household: household,
            file: file,
            spans: file.calendar?.spans(over: days, in: context.catalogue.calendar) ?? [],
            wishes: try context.custodyWishes.wishes(of: child),
            form: FormState(values: file.calendar?.formValues ?? [CustodyField.changeDay: String(Weekday.friday.rawValue)]),
            exceptionForm: exceptionForm
        )
        return context.page(CustodyPage(model), status: exceptionForm.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func change(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>
    ) async throws -> HTTPResponse {
        let desk = context.householdDesk
        if let answer = CustodyWishState(rawValue: form[CustodyField.act] ?? "") {
            return try await settle(context, form, household, child, answer)
        }
        switch form[CustodyField.act] {
        case "rythme":
            let homes = try desk.custody(of: child, in: household).homes
            guard let calendar = CustodyCalendar(form, homes) else { throw PageFailure.badRequest("Le rythme de la garde est incomplet.") }
            try await desk.put(calendar, of: child, in: household, by: context.member.id)
        case "retrait":
            guard let first = form[CustodyField.first].flatMap({ CivilDate(iso: $0) }) else { throw PageFailure.badRequest("Ce jour n'existe pas.") }
            try await desk.removeException(from: first, of: child, in: household, by: context.member.id)
        default:
            guard let exception = CustodyException(form) else {
                return try show(context, household, child, wrong: state(form, "Indiquez deux jours dans l'ordre, et le foyer."))
            }
            do {
                try await desk.add(exception, of: child, in: household, by: context.member.id)
            } catch HouseholdRefusal.tooMany(let sentence) {
                return try show(context, household, child, wrong: state(form, sentence))
            }
        }
        return context.redirect(to: context.links.to(.custody(household, child) as HouseholdDeskPage), saying: .saved)
    }

    /// Answers what a parent has asked for.
    private static func settle(
        _ context: StaffContext,
        _ form: FormFields,
        _ household: Identifier<Household>,
        _ child: Identifier<Child>,
        _ answer: CustodyWishState
    ) async throws -> HTTPResponse {
        _ = try context.householdDesk.custody(of: child, in: household)
        guard let wish = form[CustodyWishAct.wish].flatMap({ Identifier<CustodyWish>(text: $0) }) else { throw PageFailure.notFound }
        try await context.custodyWishes.settle(wish, of: child, with: answer, by: context.member.id)
        return context.redirect(to: context.links.to(.custody(household, child) as HouseholdDeskPage), saying: .saved)
    }

    private static func state(_ form: FormFields, _ sentence: String) -> FormState {
        let typed = [CustodyField.first, CustodyField.last, CustodyField.household].map { ($0, form[$0] ?? "") }
        return FormState(values: Dictionary(uniqueKeysWithValues: typed), errors: [FieldError(CustodyField.first, sentence)])
    }
}

extension CustodyCalendar {
    fileprivate init?(_ form: FormFields, _ homes: [CustodyHome]) {
        guard let even = form[CustodyField.even].flatMap({ Identifier<Household>(text: $0) }),
            let odd = homes.first(where: { $0.household != even })?.household,
            let day = form[CustodyField.changeDay].flatMap({ Int($0) }).flatMap(Weekday.init(rawValue:))
        else { return nil }
        let halves = form[CustodyField.holidays].flatMap { Identifier<Household>(text: $0) }
        self.init(evenWeeks: even, oddWeeks: odd, changeDay: day, firstHalfInEvenYears: halves)
    }

    fileprivate var formValues: [String: String] {
        [
            CustodyField.even: String(evenWeeks.rawValue), CustodyField.changeDay: String(changeDay.rawValue),
            CustodyField.holidays: firstHalfInEvenYears.map { String($0.rawValue) } ?? "",
        ]
    }
}

extension CustodyException {
    fileprivate init?(_ form: FormFields) {
        guard let first = form[CustodyField.first].flatMap({ CivilDate(iso: $0) }),
            let last = form[CustodyField.last].flatMap({ CivilDate(iso: $0) }),
            first <= last, last.days(since: first) <= 366, let household = form[CustodyField.household].flatMap({ Identifier<Household>(text: $0) })
        else { return nil }
        self.init(days: first...last, household: household)
    }
}
