import HTMLTemplates
import PortalCore

enum PlacesHandler {
    static func show(_ context: StaffContext, _ code: String?, _ month: Month?, _ form: FormState = FormState()) throws -> HTTPResponse {
        let activities = context.activities
        guard let activity = code.map({ code in activities.first { $0.code == code } }) ?? activities.first else { throw PageFailure.notFound }
        let month = month ?? Month(containing: context.today)
        let page = PlacesPage(
            frame: context.frame,
            activities: activities,
            activity: activity,
            month: month,
            days: month.days.filter(OpeningDays(of: activity, in: context.catalogue.calendar).isOpen),
            counts: try context.capacities.counts(of: month, in: activity),
            form: form
        )
        return context.page(page, status: form.errors.isEmpty ? .ok : .unprocessableContent)
    }

    static func set(_ context: StaffContext, _ form: FormFields, _ code: String?, _ month: Month?) async throws -> HTTPResponse {
        guard let activity = context.activities.first(where: { $0.code == code }) else { throw PageFailure.notFound }
        do {
            try await context.capacities.set(CapacitySetting(form), in: activity, by: context.member)
            return context.redirect(to: context.links.to(.places(activity: activity.code, month: month)), saying: .saved)
        } catch let errors as FieldErrors {
            return try show(context, code, month, FormState(values: form.placesTyped, errors: errors.inOrder(of: PlacesField.self)))
        } catch let refusal as CapacityRefusal {
            let errors = FieldErrors(refusal.field, refusal.french)
            return try show(context, code, month, FormState(values: form.placesTyped, errors: errors))
        }
    }
}

extension StaffContext {
    fileprivate var capacities: CapacityService { CapacityService(site.portal, catalogue, waitingPage: site.waitingPage) }
}

extension CapacityRefusal {
    fileprivate var field: PlacesField {
        switch self {
        case .unknownPlace: .group
        case .tooManyDays: .lastDay
        case .belowTaken: .capacity
        }
    }
}

extension FormFields {
    fileprivate var placesTyped: [String: String] {
        Dictionary(uniqueKeysWithValues: PlacesField.allCases.map { ($0.rawValue, self[$0.rawValue] ?? "") })
    }
}

extension CapacitySetting {
    /// - Throws: `FieldErrors`.
    fileprivate init(_ form: FormFields) throws(FieldErrors) {
        var errors = FieldErrors()
        func typed(_ field: PlacesField) -> String { form[field.rawValue] ?? "" }
        func number(_ field: PlacesField) -> Int? {
            guard !typed(field).isEmpty else { return nil }
            let number = Int(typed(field)).flatMap { (0...5000).contains($0) ? $0 : nil }
            if number == nil { errors.add(field, "Donnez un nombre entre 0 et 5000, ou rien.") }
            return number
        }
        let first = errors.require(CivilDate(iso: typed(.firstDay)), PlacesField.firstDay, "Donnez le premier jour.")
        let last = typed(.lastDay).isEmpty ? first : CivilDate(iso: typed(.lastDay))
        if let first, last.map({ $0 < first }) ?? true { errors.add(PlacesField.lastDay, "Le dernier jour n'existe pas, ou vient avant le premier.") }
        let counter = errors.require(Identifier<PlaceCounter>(text: typed(.counter)), PlacesField.counter, "Choisissez ce qui est compté.")
        let group = errors.require(Identifier<ActivityGroup>(text: typed(.group)), PlacesField.group, "Choisissez un groupe.")
        let (capacity, staff) = (number(.capacity), number(.staff))
        guard let first, let last, let counter, let group, errors.isEmpty else { throw errors }
        self.init(
            counter: counter,
            group: group,
            days: first...last,
            capacity: capacity,
            staff: staff,
            isBelowTakenAllowed: !typed(.allowed).isEmpty
        )
    }
}
